package org.superbill.billing.connection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which files of a folder are complete: those that have not grown since the last look. A partner that writes in place, instead of
 * renaming, would otherwise be read in the middle. For one thread.
 */
final class CompleteFiles {
    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".filepart", ".partial");

    private final Map<UUID, Map<String, Seen>> before = new HashMap<>();

    /**
     * A file of a folder.
     *
     * @param modified in any unit
     */
    record Seen(String name, long size, long modified) {}

    List<MailboxFile> of(UUID organization, Collection<Seen> files) {
        var last = before.getOrDefault(organization, Map.of());
        var now = new HashMap<String, Seen>();
        files.stream().filter(file -> isFinished(file.name())).forEach(file -> now.put(file.name(), file));
        before.put(organization, now);
        return now.values().stream()
                .filter(file -> file.equals(last.get(file.name())))
                .sorted((one, other) -> one.modified() == other.modified()
                        ? one.name().compareTo(other.name())
                        : Long.compare(one.modified(), other.modified()))
                .map(file -> new MailboxFile(file.name(), file.name(), null))
                .toList();
    }

    private static boolean isFinished(String name) {
        return !name.startsWith(".") && UNFINISHED.stream().noneMatch(name::endsWith);
    }
}
