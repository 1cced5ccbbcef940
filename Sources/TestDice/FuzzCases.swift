import Foundation

/// The random cases of one fuzz test: how many, from which seed on, and how far they are.
///
/// `CIC_FUZZ_CASES` says how many cases each test runs, `CIC_FUZZ_FROM` with which seed the first
/// one begins, and `CIC_FUZZ_SECONDS` after how long a test stops short. With the first of them set
/// a line on standard error says every ten seconds how far it is, and a last one how many cases
/// were run; a case that ends the process stands behind the last seed that was named.
package struct FuzzCases {
    private let name: String
    private let cases: Int
    private let first: Int
    private let seconds: Double?
    private let isTold: Bool

    /// `small` is the number of cases of a quick run; a case that makes `steps` steps counts for
    /// as many.
    package init(_ name: String, _ small: Int, steps: Int = 1) {
        let environment = ProcessInfo.processInfo.environment
        let asked = environment["CIC_FUZZ_CASES"].flatMap(Int.init)
        self.name = name
        cases = max(1, (asked ?? small) / steps)
        first = environment["CIC_FUZZ_FROM"].flatMap(Int.init) ?? 0
        seconds = environment["CIC_FUZZ_SECONDS"].flatMap(Double.init)
        isTold = asked != nil
    }

    /// Calls `body` with each seed and dice that begin with it.
    package func run(_ body: (Int, inout Dice) throws -> Void) rethrows {
        let began = Date.now
        var told = began
        var done = 0
        while done < cases {
            var dice = Dice(first + done)
            try body(first + done, &dice)
            done += 1
            guard isTold, done % 16 == 0 else { continue }
            let now = Date.now
            if let seconds, now.timeIntervalSince(began) > seconds { break }
            guard now.timeIntervalSince(told) >= 10 else { continue }
            told = now
            tell("\(done) of \(cases), seed \(first + done)")
        }
        if isTold { tell("\(done) cases in \(Int(Date.now.timeIntervalSince(began))) s") }
    }

    private func tell(_ text: String) {
        FileHandle.standardError.write(Data("fuzz: \(name): \(text)\n".utf8))
    }
}
