import HTTPTypes

/// The headers that every answer carries, whatever it is (reliability D10, A36).
struct SecurityHeaders: Sendable {
    let isSecure: Bool

    static let contentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    /// Two years, as the preload lists ask.
    private static let transport = "max-age=63072000; includeSubDomains"

    private static let permissions = [
        "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
        "microphone", "midi", "payment", "usb", "browsing-topics", "interest-cohort",
    ].map { "\($0)=()" }.joined(separator: ", ")

    func add(to headers: inout HTTPFields) {
        headers.put("Content-Security-Policy", Self.contentPolicy)
        headers.put("X-Content-Type-Options", "nosniff")
        headers.put("Cross-Origin-Opener-Policy", "same-origin")
        headers.put("Cross-Origin-Resource-Policy", "same-origin")
        headers.put("Permissions-Policy", Self.permissions)
        headers.put("Referrer-Policy", "same-origin")
        headers.put("X-Frame-Options", "DENY")
        if isSecure { headers.put("Strict-Transport-Security", Self.transport) }
    }
}

extension HTTPFields {
    /// Sets a field whose name is a literal of ours.
    mutating func put(_ name: String, _ value: String) {
        guard let name = HTTPField.Name(name) else { return }
        self[name] = value
    }
}
