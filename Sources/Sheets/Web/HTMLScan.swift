import CXML

/// Pushes a document through libxml2's HTML parser, which mends what is not closed.
@safe struct HTMLScan: ~Copyable {
    private let sink: XMLSink
    private var parser: htmlParserCtxtPtr?

    init(_ sink: XMLSink, depth: Int) {
        self.sink = sink
        var handler = unsafe htmlSAXHandler()
        unsafe handler.startElement = startElement
        unsafe handler.endElement = endElement
        unsafe handler.characters = characters
        unsafe handler.ignorableWhitespace = characters
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.serror = silence
        unsafe parser = htmlCreatePushParserCtxt(
            &handler, Unmanaged.passUnretained(sink).toOpaque(), nil, 0, nil,
            XML_CHAR_ENCODING_UTF8)
        unsafe sink.beginScan(parser: parser, depth: depth)
        if let parser = unsafe parser {
            let flags =
                HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
                | HTML_PARSE_RECOVER.rawValue
            unsafe _ = htmlCtxtUseOptions(parser, Int32(bitPattern: flags))
        }
    }

    deinit {
        sink.endScan()
        if let parser = unsafe parser { unsafe htmlFreeParserCtxt(parser) }
    }

    func push(_ piece: Span<UInt8>) throws(SheetRefusal) {
        guard let parser = unsafe parser else { throw SheetRefusal(.outOfMemory) }
        unsafe piece.withUnsafeBytes { bytes in
            unsafe _ = htmlParseChunk(
                parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(bytes.count), 0)
        }
        if let refusal = sink.refusal { throw refusal }
    }

    func finish() throws(SheetRefusal) {
        guard let parser = unsafe parser else { throw SheetRefusal(.outOfMemory) }
        unsafe _ = htmlParseChunk(parser, nil, 0, 1)
        if let refusal = sink.refusal { throw refusal }
    }
}

private let startElement: startElementSAXFunc = { context, name, attributes in
    guard let sink = unsafe XMLSink.of(context), sink.refusal == nil, let name = unsafe name,
        sink.enter()
    else { return }
    sink.start(unsafe XMLName(name), unsafe XMLAttributes(pairs: attributes))
}

private let endElement: endElementSAXFunc = { context, name in
    guard let sink = unsafe XMLSink.of(context), sink.refusal == nil, let name = unsafe name
    else { return }
    sink.leave()
    sink.end(unsafe XMLName(name))
}

private let characters: charactersSAXFunc = { context, text, count in
    guard let sink = unsafe XMLSink.of(context), sink.refusal == nil, let text = unsafe text
    else { return }
    sink.text(unsafe Span(_unsafeElements: UnsafeBufferPointer(start: text, count: Int(count))))
}

private let silence: xmlStructuredErrorFunc = { _, _ in }
