/// What columns are called in further languages: field, how sure, words.
extension HeaderSynonyms {
    /// Russian, Japanese, and a few words of German, French, Spanish, Italian and Polish.
    static let otherWords: [(ListField?, Int, String)] = [
        (
            .mpn, 96,
            """
            Парт-номер|Партномер|Артикул|Артикул производителя|Номенклатура|Маркировка|メーカー型番|\
            メーカー品番|部品番号|部品型番
            """
        ),
        (
            .mpn, 88,
            """
            Наименование|Тип|Модель|Название|製品型番|Artikelnummer|Herstellernummer|Hersteller-Nr.|\
            Référence|Referencia|Codice|Symbol|Typ
            """
        ),
        (
            .manufacturer, 96,
            """
            Производитель|Бренд|Изготовитель|Фирма|Марка|メーカー|メーカ|製造元|Hersteller|Fabricant|\
            Fabricante|Produttore|Producent|Marke
            """
        ),
        (.package, 96, "Корпус|Тип корпуса|パッケージ|Gehäuse|Bauform|Boîtier|Obudowa"),
        (.dateCode, 92, "Дата|Дата выпуска|Год выпуска|Год|Датакод|Дата-код|製造年|製造年週|デートコード|ロット"),
        (
            .quantity, 97,
            """
            Кол-во|Количество|Остаток|Наличие|На складе|Склад, шт|Остатки|Свободный остаток|数量|在庫数|\
            在庫|在庫数量|Menge|Bestand|Anzahl|Lagerbestand|Quantité|Cantidad|Quantità|Ilość
            """
        ),
        (
            .price, 97,
            """
            Цена|Цена, руб|Цена руб|Цена, USD|Стоимость|単価|価格|販売単価|Preis|Stückpreis|Prix|Precio|\
            Prezzo|Cena
            """
        ),
        (.currency, 95, "Валюта|通貨|Währung"),
        (.tax, 95, "НДС|Ставка НДС|税|消費税|MwSt"),
        (.condition, 95, "Состояние|状態|Zustand"),
        (
            .minimumOrder, 95,
            """
            Мин. партия|Минимальная партия|Мин. заказ|Минимальный заказ|最小発注数|最低発注数|最小発注数量|\
            Mindestmenge
            """
        ),
        (.packaging, 93, "Упаковка|Кратность упаковки|Норма упаковки|包装単位|梱包|Verpackung|VPE"),
        (.leadTime, 95, "Срок|Срок поставки|納期|Lieferzeit|Délai"),
        (.warehouse, 95, "Склад|Место|Город|倉庫|保管場所|Lager|Lagerort"),
        (.note, 95, "Примечание|Примечания|Комментарий|備考|Bemerkung|Bemerkungen|Remarque"),
        (.description, 93, "Описание|Параметры|説明|商品説明|Beschreibung|Bezeichnung"),
        (.sequence, 95, "№|№ п/п|п/п|番号"),
        (nil, 88, "Сумма|合計|金額|Summe|Ссылка|Группа|Категория"),
    ]
}
