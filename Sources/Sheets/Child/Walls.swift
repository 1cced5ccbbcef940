import CWalls
import Glibc

/// The limits that a child puts on itself before it looks at a stranger's file (reliability D11).
enum Walls {
    /// Memory, processor time, descriptors, no file written, no core, no new rights; then no
    /// network, no program, no process. What the system does not offer is left out: each wall
    /// stands by itself.
    static func raise(_ limits: SheetLimits) {
        // More for the last second, so that the signal and not the kill ends it.
        set(RLIMIT_CPU, limits.seconds, limits.seconds + 1)
        set(RLIMIT_DATA, limits.memory, limits.memory)
        set(RLIMIT_NOFILE, 32, 32)
        set(RLIMIT_FSIZE, 0, 0)
        set(RLIMIT_CORE, 0, 0)
        _ = walls_die_with_parent()
        if walls_no_new_privileges() == 0 { _ = walls_close_doors() }
    }

    private static func set(_ resource: __rlimit_resource, _ soft: Int, _ hard: Int) {
        var limit = rlimit()
        limit.rlim_cur = rlim_t(max(0, soft))
        limit.rlim_max = rlim_t(max(0, hard))
        _ = unsafe setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }
}
