import CXML
import Glibc

/// What wants to see the elements and the text of an XML document as they go by.
@safe class XMLSink {
    /// Set to stop; the scan throws it.
    final var refusal: SheetRefusal?
    private final var depth = 0
    private final var maximumDepth = 64
    private final var parser: xmlParserCtxtPtr?

    func start(_ name: XMLName, _ attributes: XMLAttributes) {}
    func end(_ name: XMLName) {}
    func text(_ text: Span<UInt8>) {}

    final func beginScan(parser: xmlParserCtxtPtr?, depth: Int) {
        unsafe self.parser = parser
        self.depth = 0
        maximumDepth = depth
    }

    final func endScan() { unsafe parser = nil }

    /// One level deeper; false beyond the limit.
    @inline(__always)
    final func enter() -> Bool {
        depth += 1
        if depth > maximumDepth { stop(SheetRefusal(.damaged, ["reason": "depth"])) }
        return depth <= maximumDepth
    }

    @inline(__always)
    final func leave() { depth -= 1 }

    /// The sink behind a parser's context.
    static func of(_ context: UnsafeMutableRawPointer?) -> XMLSink? {
        guard let context = unsafe context else { return nil }
        return unsafe Unmanaged<XMLSink>.fromOpaque(context).takeUnretainedValue()
    }

    final func stop(_ reason: SheetRefusal) {
        if refusal == nil { refusal = reason }
        if let parser = unsafe parser { unsafe xmlStopParser(parser) }
    }

    /// Runs what may be refused, and stops the scan when it is.
    @inline(__always)
    final func attempt(_ body: () throws(SheetRefusal) -> Void) {
        guard refusal == nil else { return }
        do { try body() } catch { stop(error) }
    }
}

/// The local name of an element, whatever its prefix; valid during the call that gives it.
@safe struct XMLName {
    private let start: UnsafePointer<UInt8>

    init(_ start: UnsafePointer<UInt8>) { unsafe self.start = start }

    @inline(__always)
    static func == (name: XMLName, word: StaticString) -> Bool {
        unsafe strcmp(
            UnsafeRawPointer(name.start).assumingMemoryBound(to: CChar.self),
            UnsafeRawPointer(word.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }

    /// Whether the name is this one letter.
    @inline(__always)
    func isLetter(_ letter: UInt8) -> Bool { unsafe start[0] == letter && start[1] == 0 }
}

/// The attributes of an element; valid during the call that gives them.
@safe struct XMLAttributes {
    private let start: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    private let count: Int
    /// XML gives five pointers an attribute (name, prefix, namespace, value, its end), HTML two.
    private let isXML: Bool

    init(_ start: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
        unsafe self.start = start
        self.count = count
        isXML = true
    }

    /// Takes HTML's list of names and values, which ends with a null pointer.
    init(pairs start: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
        unsafe self.start = start
        var count = 0
        if let start = unsafe start {
            while unsafe start[2 * count] != nil { count += 1 }
        }
        self.count = count
        isXML = false
    }

    /// Gives the value of the attribute with this local name, without a copy.
    @inline(__always)
    func with<R>(_ word: StaticString, _ body: (Span<UInt8>) -> R) -> R? {
        guard let start = unsafe start else { return nil }
        for index in 0..<count {
            let place = index * (isXML ? 5 : 2)
            guard let name = unsafe start[place], unsafe XMLName(name) == word,
                let value = unsafe start[place + (isXML ? 3 : 1)]
            else { continue }
            var length = 0
            if isXML {
                guard let end = unsafe start[place + 4] else { continue }
                length = unsafe end - value
            } else {
                length = unsafe strlen(
                    UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self))
            }
            let bytes = unsafe UnsafeBufferPointer(start: value, count: length)
            return unsafe body(Span(_unsafeElements: bytes))
        }
        return nil
    }

    func string(_ word: StaticString) -> String? { with(word) { $0.string(0..<$0.count) } }

    /// A number without a sign; `nil` when there is none or it is larger than a billion.
    @inline(__always)
    func number(_ word: StaticString) -> Int? { with(word) { decimal($0) } ?? nil }

    func flag(_ word: StaticString) -> Bool {
        with(word) { $0.has("1") || $0.has("true") || $0.has("on") } ?? false
    }
}

func decimal(_ text: Span<UInt8>) -> Int? {
    guard !text.isEmpty, text.count <= 10 else { return nil }
    var value = 0
    for index in text.indices {
        let digit = text[index] &- 0x30
        guard digit < 10 else { return nil }
        value = value * 10 + Int(digit)
    }
    return value <= 1_000_000_000 ? value : nil
}

/// Pushes a document through libxml2's parser. No DTD, no entity beyond the five of XML, nothing
/// from outside the document (reliability A21).
@safe struct XMLScan: ~Copyable {
    private let sink: XMLSink
    private let part: String
    private var parser: xmlParserCtxtPtr?

    /// `isUTF8`: the bytes are UTF-8 whatever the document's first line says.
    init(_ sink: XMLSink, part: String, depth: Int, isUTF8: Bool = false) {
        self.sink = sink
        self.part = part
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElementNs = startElement
        unsafe handler.endElementNs = endElement
        unsafe handler.characters = characters
        unsafe handler.cdataBlock = characters
        unsafe handler.ignorableWhitespace = characters
        unsafe handler.internalSubset = doctype
        unsafe handler.serror = silence
        unsafe parser = xmlCreatePushParserCtxt(
            &handler, Unmanaged.passUnretained(sink).toOpaque(), nil, 0, nil)
        if let parser = unsafe parser {
            let encoding = isUTF8 ? XML_PARSE_IGNORE_ENC.rawValue : 0
            let options = Int32(bitPattern: XML_PARSE_NONET.rawValue | encoding)
            unsafe _ = xmlCtxtUseOptions(parser, options)
            unsafe sink.beginScan(parser: parser, depth: depth)
        }
    }

    deinit {
        sink.endScan()
        if let parser = unsafe parser { unsafe xmlFreeParserCtxt(parser) }
    }

    /// Parses the next piece; throws what the sink refuses, or `damaged`.
    func push(_ piece: Span<UInt8>) throws(SheetRefusal) {
        guard let parser = unsafe parser else { throw SheetRefusal(.outOfMemory) }
        let result = unsafe piece.withUnsafeBytes { bytes in
            unsafe xmlParseChunk(
                parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(bytes.count), 0)
        }
        try check(result)
    }

    func finish() throws(SheetRefusal) {
        guard let parser = unsafe parser else { throw SheetRefusal(.outOfMemory) }
        try check(unsafe xmlParseChunk(parser, nil, 0, 1), atEnd: true)
    }

    private func check(_ result: Int32, atEnd: Bool = false) throws(SheetRefusal) {
        if let refusal = sink.refusal { throw refusal }
        guard result != 0, let parser = unsafe parser, unsafe parser.pointee.wellFormed == 0
        else { return }
        // What is only wrong once no more comes was cut short in the middle of a tag.
        let isShort =
            atEnd || result == Int32(XML_ERR_DOCUMENT_END.rawValue)
            || result == Int32(XML_ERR_TAG_NOT_FINISHED.rawValue)
        throw SheetRefusal(isShort ? .truncated : .damaged, ["part": part])
    }
}

private let startElement: startElementNsSAX2Func = {
    context, name, _, _, _, _, attributeCount, _, attributes in
    guard let sink = unsafe XMLSink.of(context), sink.refusal == nil, let name = unsafe name,
        sink.enter()
    else { return }
    sink.start(unsafe XMLName(name), unsafe XMLAttributes(attributes, count: Int(attributeCount)))
}

private let endElement: endElementNsSAX2Func = { context, name, _, _ in
    guard let sink = unsafe XMLSink.of(context), sink.refusal == nil, let name = unsafe name else {
        return
    }
    sink.leave()
    sink.end(unsafe XMLName(name))
}

private let characters: charactersSAXFunc = { context, text, count in
    guard let sink = unsafe XMLSink.of(context), sink.refusal == nil, let text = unsafe text else {
        return
    }
    sink.text(unsafe Span(_unsafeElements: UnsafeBufferPointer(start: text, count: Int(count))))
}

private let doctype: internalSubsetSAXFunc = { context, _, _, _ in
    unsafe XMLSink.of(context)?.stop(SheetRefusal(.damaged, ["reason": "doctype"]))
}

private let silence: xmlStructuredErrorFunc = { _, _ in }
