/// The words of date-code cells.
enum DateCodeWords {
    /// Cells that say nothing of when the pieces were made; missing is not old (domain 3.3.6).
    static let nothing: Set<String> = [
        "", "-", "--", "---", "/", "\\", "?", "??", ".", "*", "+", "N/A", "NA", "NULL", "NONE",
        "TBD", "NEW", "LATEST", "RECENT", "FRESH", "ANY", "MIX", "MIXED", "NO", "无", "無", "ROHS",
        "PBF", "PB", "LF", "PB-FREE", "无铅", "環保", "环保", "最新", "新", "新批次", "最新批次", "新批号",
        "最新批号", "最新年份", "新年份", "近期", "近两年", "近一年", "近三年", "两年内", "一年内", "三年内",
        "兩年內", "2年内", "1年内", "3年内", "混批", "混合", "批号混", "多批次", "随机", "实单确认", "询",
        "询价", "WITHIN 2 YEARS", "WITHIN 1 YEAR", "2 YEARS", "原装", "原裝", "现货", "現貨", "UNKNOWN",
        "Н/Д", "НОВЫЙ", "НОВЫЕ", "不限", "D/C", "DC", "TBA", "ASK", "CALL",
    ]
    static let prefixes = ["DATE CODE", "DATECODE", "D/C", "D.C.", "DC", "批号", "批號", "年份", "批次"]
    /// Remarks beside a date code that say nothing of time.
    static let remarks = [
        "ROHS", "+PBF", "PBF", "PB-FREE", "/PB", "无铅", "無鉛", "环保", "全新", "原装", "原裝", "现货",
        "現貨", "左右", "最新", "产", "批次", "批", "NEW", "\"", "'",
    ]
    static let open = ["年以后", "年之后", "年以上", "年后", "年後", "以后", "以後", "以上", "之后", "后", "UP"]
}
