/// What can be proved to someone who trusts nothing but a public key: that an entry stands in an
/// append-only log, and that the log only ever grew. Pure, and all that a verifier needs.
///
/// Hashing is RFC 6962 with SHA-256; tiles, checkpoints, signed notes, cosignatures and proof files
/// are those of C2SP, so that the tools of others read them too.
package enum Proofs {}
