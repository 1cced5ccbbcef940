/// A part number that is in stock, proposed while somebody types or after a question without hit.
package struct Completion: Sendable, Hashable {
    /// As most prominently written: the spelling of the best line.
    package let display: String
    package let loose: String
    /// Living lines with this loose key.
    package let lines: Int
}
