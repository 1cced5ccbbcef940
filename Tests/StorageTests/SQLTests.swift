import Storage
import Testing

@Suite struct SQLTests {
    @Test func `each engine gets its own placeholders and the same values`() {
        let bad = "')--"
        let sql: SQL =
            "SELECT a FROM t WHERE b = \(7) AND c IN \(list: ["x", "y"]) AND d = \(bad)"
        #expect(sql.text(for: .sqlite) == "SELECT a FROM t WHERE b = ? AND c IN (?, ?) AND d = ?")
        #expect(
            sql.text(for: .postgres) == "SELECT a FROM t WHERE b = $1 AND c IN ($2, $3) AND d = $4")
        #expect(sql.values == [.int(7), .text("x"), .text("y"), .text("')--")])
    }

    @Test func `a spliced statement brings its values in their places`() {
        let condition: SQL = " AND b < \(2)"
        let sql: SQL = "SELECT a FROM t WHERE a = \(1)\(condition) LIMIT \(3)"
        #expect(sql.text(for: .postgres) == "SELECT a FROM t WHERE a = $1 AND b < $2 LIMIT $3")
        #expect(sql.values == [.int(1), .int(2), .int(3)])
        #expect(("x = \(1)" + condition).values == [.int(1), .int(2)])
    }

    @Test func `an empty list is in nothing and a nil is NULL`() {
        let sql: SQL = "a IN \(list: []) OR b = \(String?.none) \(raw: "DESC")"
        #expect(sql.text(for: .sqlite) == "a IN (NULL) OR b = ? DESC")
        #expect(sql.values == [.null])
    }
}
