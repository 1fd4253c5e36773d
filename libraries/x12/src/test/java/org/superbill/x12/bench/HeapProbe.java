package org.superbill.x12.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.superbill.x12.X12Reader;

/** Reads a file in the memory that it was started with; prints the most bytes of heap in use before and after collections. */
public final class HeapProbe {
    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());

    private long peak;
    private long live;

    private HeapProbe() {}

    public static void main(String[] arguments) throws Exception {
        var probe = new HeapProbe();
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, nothing) -> probe.collected(
                                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())),
                            null,
                            null);
        }
        Tally.read(arguments[0], new InputFile(Path.of(arguments[1])), X12Reader.streaming());
        probe.ended();
    }

    private synchronized void collected(GarbageCollectionNotificationInfo info) {
        peak = Math.max(peak, used(info.getGcInfo().getMemoryUsageBeforeGc()));
        live = Math.max(live, used(info.getGcInfo().getMemoryUsageAfterGc()));
    }

    private static long used(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> HEAP.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    private synchronized void ended() {
        long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.println(Math.max(peak, now) + " " + live);
    }
}
