/// What columns are called in English: field, how sure, words.
extension HeaderSynonyms {
    /// English, and what boards and distributors write.
    static let latinWords: [(ListField?, Int, String)] = [
        (
            .mpn, 100,
            """
            MPN|Mfr Part #|Mfr. Part #|Mfr Part|MFR Part Number|MFR.Part|Mfg Part Number|\
            Mfg Part #|Mfg Part|Mfg P/N|Mfr P/N|MFG PN|Mfr PN|Mfr Part No|Mfr Part No.|Mfg Part No|\
            Manufacturer Part Number|Manufacturer Part No|Manufacturer Part No.|\
            Manufacturer Part #|Manufacturer Part|Manufacturer P/N|Manufacturer PN|\
            Manufacturer Number|Manufacturers Part Number|Manufacturer's Part Number|\
            Maker Part Number|Manf#|Manf Part|Manf PN|Manufacturer_Part_Number|Mfr#|Mfg#|Mfr No|\
            MFGPartNumber|VPN
            """
        ),
        (
            .mpn, 96,
            """
            Part Number|PartNumber|Part No.|Part No|Part#|Part #|Part Num|P/N|PN|P.N.|P/No|\
            Part Numbers|PartNum|PartNo|IC Part Number|Full Part Number|Orderable Part Number|\
            Ordering Code|Order Code|Orderable PN|Component Part Number|Item Part Number|\
            Model Number|Part Name|OPN|Base Part
            """
        ),
        (
            .mpn, 84,
            """
            Part|Model|Model No|Model No.|Device|Parts|AML|Components|Component|Product|\
            Product Number|Product Name|Product Code|Product Model|IC
            """
        ),
        (
            .mpn, 66,
            """
            Item|Item Number|Item No|Item No.|Item Name|Material|Material Number|Type|Stock Code|\
            Item Code|Commodity
            """
        ),
        (.mpn, 40, "Name|Designation|Value|Comment|Code|Specification|Spec"),
        (
            .manufacturer, 98,
            """
            Manufacturer|Mfr|Mfr.|MFG|Mfg.|Brand|Maker|MANU|Manufacturer Name|Mfr Name|Mfg Name|\
            Brand Name|MFR Text|Manuf|Manf|Manf.|Manufact|Vendor Brand|Make|Manufacturers|Mfgr|\
            Producer|OEM Brand|Mnfr
            """
        ),
        (.manufacturer, 55, "Name|Vendor|Supplier Brand"),
        (
            .dateCode, 98,
            """
            Date Code|D/C|DC|DateCode|Lot/DC|Date Codes|Datecode Lot|DC Code|D.C.|D C|\
            Lot/Date Code|Date Code/Lot|Mfg Date Code|Batch/DC|Year/DC|YearCode|Lot Date Code
            """
        ),
        (
            .dateCode, 75,
            """
            Year|Lot|Batch|Lot Code|Lot No|Batch No|Mfg Date|Production Date|Date of Code
            """
        ),
        (
            .quantity, 98,
            """
            Stock Qty|Stock Quantity|In Stock|InStock|Qty In Stock|Quantity In Stock|Stock|\
            On Hand|Qty On Hand|Quantity On Hand|QOH|Inventory|Inventory Qty|Current Stock|\
            Units In Stock|Stock On Hand|Total Stock|Lot Quantity|Lot Qty
            """
        ),
        (
            // What is free to sell is meant, not what lies in the store beside it.
            .quantity, 100,
            """
            Qty Available|Available Qty|Quantity Available|Available Quantity|Available|Avail|\
            Avail Qty|Available Stock|Free Stock|Stock Available|Qty Avail|Free To Sell|Free Qty|\
            ATS|ATP|Available To Sell|Available For Sale|Available To Promise|Net Available|\
            Sellable|Sellable Qty|Unallocated|Free Quantity
            """
        ),
        (
            .quantity, 94,
            """
            Qty|QTY.|Quantity|Qty PCS|Quantity PCS|QTYS|Quantities|Pieces|PCS|Total Qty|\
            Total Quantity|Quanity|Count|Offer Qty|Offered Qty|Excess Qty|Qnty|Quant
            """
        ),
        (
            .package, 97,
            """
            Package|PKG|Case|Package/Case|Package Type|Case/Package|Package / Case|Pkg Type|\
            Pack Type|Case Package|Encapsulation|Encap|Case Size|Package Size|Case Style|\
            IC Package|Package Code|Pkg.
            """
        ),
        (.package, 70, "Footprint|Pack|Size|Housing"),
        (
            .packaging, 95,
            """
            Packaging|SPQ|MPQ|Std Pack|Standard Pack|Standard Package|Std Pkg|Pack Qty|Package Qty|\
            Packing|Pack Size|Reel|Reel Size|Qty Per Reel|Reel/Cut Reel|Packing Type|\
            Standard Pack Qty|Std Pack Qty|Full Reel Qty|Pcs/Reel
            """
        ),
        (
            .price, 98,
            """
            Unit Price|Price|UnitPrice|Price Each|Resale|Resale Price|Sale Price|Selling Price|\
            Net Price|Price USD|Price RMB|Price EUR|USD|RMB|Unit Price USD|Price Break|\
            Price Breaks|Price List|Pricing|Price Tiers|Unit$|Unit Cost|USD Price|Price/Unit|U/P|\
            Price Per Unit|Price/PC|Price Per Piece|Offer Price|Best Price|US$|Sell Price|\
            List Price|Ladder Price|Price (CNY)
            """
        ),
        (.price, 74, "Cost|Target Price|Target|TP|Std Cost|Standard Cost"),
        (.currency, 95, "Currency|Curr|Ccy|Currency Code"),
        (.tax, 92, "Tax|VAT|Tax Included|Tax Rate|VAT Included|Tax Point"),
        (
            .condition, 95,
            """
            Condition|Cond.|Cond|Quality|Goods Condition|Part Condition|State|Grade|Cond Code
            """
        ),
        (
            .warehouse, 94,
            """
            Location|Warehouse|WH|W/H|Ship From|Stock Location|Ware House|Country|Store|Whse|Loc|\
            Region|Stocking Location|Bin
            """
        ),
        (.warehouse, 40, "Delivery|Origin"),
        (
            .note, 94,
            """
            Remark|Remarks|Notes|Note|Comments|Comment|Memo|Additional Info|Info|Other|Others|\
            Additional Information
            """
        ),
        (
            .description, 94,
            """
            Description|Desc|Desc.|Part Description|Product Description|Item Description|Details|\
            Detailed Description|Specifications|Parameters|Parameter|Short Description|Features|\
            Material Description
            """
        ),
        (
            .leadTime, 94,
            """
            Lead Time|L/T|LT|LeadTime|Lead Time (Weeks)|Factory Lead Time|Ship Date|Delivery Time|\
            Lead Times|LT (Weeks)|Delivery Date|Lead Time Weeks
            """
        ),
        (.leadTime, 80, "Delivery"),
        (
            .minimumOrder, 95,
            """
            MOQ|Min Qty|Minimum Order Quantity|Min Order Qty|Minimum Order|Min Order|\
            Minimum Quantity|Minimum Order Qty|Min. Qty|Minimum Qty|Min Order Quantity|MinQty|\
            Min Sales Qty
            """
        ),
        (
            .multiple, 92,
            """
            Order Multiple|Multiple|Multiples|Mult|Order Multiples|Increment|Mult Qty
            """
        ),
        (.origin, 92, "COO|Country of Origin|Origin|C/O|Made In"),
        (
            .compliance, 92,
            """
            RoHS|RoHS Status|Lead Free|Lead Free Status|HTS|ECCN|HTS Code|CoC|\
            Certificate of Conformity|Compliance|REACH|MSL|Traceability|HS Code|Pb Free
            """
        ),
        (
            .sequence, 95,
            """
            No.|NO|#|Line|Index|Seq|S/N|SN|Line No|Line No.|Line #|Sr No|Sr. No.|ID|Line Item|\
            Item #|Serial No|Sl No|Nr|Nr.|Pos|Pos.|Seq.
            """
        ),
        (.sequence, 60, "Item|Item No|Item No."),
        (
            nil, 92,
            """
            SKU|Supplier Part Number|Supplier Part|Supplier PN|Vendor Part Number|Vendor PN|\
            Distributor Part Number|Customer Part Number|CPN|Customer PN|Internal Part Number|\
            LCSC Part|LCSC Part Number|LCSC|JLCPCB Part #|JLCPCB Part|Digikey|Digi-Key|\
            Digi-Key Part Number|Digikey Part Number|Mouser|Mouser Part Number|Newark|Farnell|RS|\
            Arrow|TME|Cat#|MYPN|APN|DPN|AMPN|AManufacturer|JLC Assembly|S1PN|S2PN|S1MN|S2MN
            """
        ),
        (
            nil, 90,
            """
            Datasheet|Data Sheet|Datasheet URL|Datasheet Link|URL|Link|Cart URL|Technical URL|\
            Image|Picture|Photo|Category|First Category|Second Category|Product Category|\
            Subcategory|Solder Joint|Library Type|Distributor|Supplier|Vendor|Company|Contact|Tel|\
            Phone|Email|Updated|Update|Upload Date|Last Updated|Date|Status|Lifecycle|Reference|\
            References|Refs|Ref|Ref Des|RefDes|Designator|Designators|FootprintLib|DNP|Purch|\
            Supplier And Ref|Unit|Units|UOM|Barcode|EAN|Weight|Cache File|Assembly Type|Tolerance|\
            Voltage|Resistance|Capacitance
            """
        ),
        (nil, 96, "row|error_code|message"),
        (
            nil, 88,
            """
            Total|Total Price|Amount|Ext Price|Extended Price|Ext$|Ext|Subtotal|Value USD|\
            Stock Value|Total Cost|Booked|Reserved|Allocated|Qty Allocated|On Order|Backorder|\
            Required Qty|Demand
            """
        ),
    ]
}
