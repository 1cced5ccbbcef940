import Storage

/// The first step of the schema of this room.
extension Catalogue {
    /// The parts. Text only: what the sources say, and the two keys that searching goes by.
    static let createParts = Migration(
        room: "catalogue", number: 1, name: "catalogue-parts",
        [
            """
            CREATE TABLE catalogue_parts (
                identity {text} NOT NULL,
                manufacturer_id {text} NOT NULL,
                loose {text} NOT NULL,
                mpn {text} NOT NULL,
                description {text} NOT NULL,
                package {text} NOT NULL,
                category {text} NOT NULL,
                datasheet_url {text} NOT NULL,
                source {text} NOT NULL,
                PRIMARY KEY (identity, manufacturer_id)
            ) {strict}
            """
        ])
}
