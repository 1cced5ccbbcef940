/// Who may walk a route. A route cannot be written down without one.
package enum Guard: String, Sendable, CaseIterable, Codable {
    /// Every visitor, signed in or not.
    case anyone
    /// A visitor who has signed in.
    case member
    /// A member who acts for a supplier company.
    case supplier
    /// A program on the same machine, such as a monitor: loopback and listed addresses only.
    case operation
}
