/// The characters that stock lists and everyday text use most, by script.
enum FrequentCharacters {
    static func of(_ encoding: TextEncoding) -> Set<UInt32> {
        let text: String
        switch encoding {
        case .gb18030: text = shared + simplified
        case .big5: text = shared + traditional
        case .shiftJIS: text = japanese
        case .korean: text = korean
        default: text = ""
        }
        return Set(text.unicodeScalars.map(\.value))
    }

    /// Written alike in simplified and traditional Chinese.
    private static let shared = """
        型品牌批封格原正深圳注存家商制造位置期交含未最小包明描述可拆散新一二三四五六七八九十年月日
        的有不在人中大上下来去用公司市北京上海香港台北交地址手系到本如同成分全工光天王村田安信科技
        子器管件片插接端感波容阻高速低能力波源石英山水特性金口力士立方面成本保化合信息法行家
        求售出入口回收已付款加元角百千万只支包盒卷盘箱散料半之
        """

    private static let simplified = """
        号数量装价单现货备库厂规参仓说优势专营订税旧国巨风华顺络德州仪恩智浦飞凌意微芯电极晶贴
        连继传块集路稳压险丝磁珠滤东莞广联话邮传真时长从业务经进报销拥应产质证无铅环标签发实际图
        约见开关请将与为这个会们对后点种两门问间总场务区设网络资带过还应业须购询样满华为兴达龙宝
        贸实类级轻转输变频储闪断线缆灯显屏键钮扬麦铝钽陶层宽边双单组项编码语页复样温湿态测试验运
        """

    private static let traditional = """
        號數量裝價單現貨備庫廠規參倉說優勢專營訂稅舊國風華順絡儀飛電極體晶貼連繼傳塊積集路穩壓險絲
        東廣聯話郵傳真時長從業務經進報銷擁應產質證無鉛環標籤發實際圖約見開關請將與為這個會們對後
        點種兩門問間總場區設網資帶過還須購詢樣滿興達龍寶貿類級輕轉輸變頻儲閃斷線纜燈顯屏鍵鈕揚
        麥鋁鉭陶層寬邊雙組項編碼頁複溫濕態測試驗運週碁穩懋聯詠瑞昱晨旺宏
        """

    private static let japanese = """
        のにはをたがでてとしれさあいるものこんなよりまんすイロハンスートルラリコデプタクフトロメシック
        品名型番数量在庫単価円個入荷納期電子部商株式会社日本東京大阪新製造
        """

    private static let korean = """
        수량품명제조사단가재고모델번호부품전자주식회사년월일의이가에는을한다로도고하기대인지
        납기규격비정원통화서울시스반체트리드
        """
}
