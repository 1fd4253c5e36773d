package org.superbill.coderules.facts;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.superbill.coderules.NotedEntry.Level;
import org.superbill.coderules.facts.TabularList.Entry;

/** A tabular list over an earlier one; see {@link TabularList#over}. */
final class TabularOverlay {
    private static final int CATEGORY = 3;

    private final TabularList later;
    private final Map<Key, Entry> before;
    private final Map<Key, Entry> own;
    /** Entries of the earlier list under which codes are missing here. */
    private final Set<Key> incomplete = new HashSet<>();

    /** A category may be a block too: {@code B20}. */
    private record Key(Level level, String subject) {}

    TabularOverlay(TabularList later, TabularList earlier, Predicate<String> isThere) {
        this.later = later;
        before = byKey(earlier);
        own = byKey(later);
        for (var entry : earlier.entries()) {
            if (entry.level() == Level.CODE && !own.containsKey(key(entry)) && isThere.test(entry.subject())) {
                addIncomplete(entry.subject());
            }
        }
    }

    private static Map<Key, Entry> byKey(TabularList list) {
        var entries = new LinkedHashMap<Key, Entry>();
        list.entries().forEach(entry -> entries.put(key(entry), entry));
        return entries;
    }

    private static Key key(Entry entry) {
        return new Key(entry.level(), entry.subject());
    }

    private void addIncomplete(String code) {
        for (var length = code.length() - 1; length >= CATEGORY; length--) {
            incomplete.add(new Key(Level.CODE, code.substring(0, length)));
        }
        var entry = before.get(new Key(Level.CODE, code.substring(0, CATEGORY)));
        while (entry != null && !entry.under().isEmpty()) {
            var block = new Key(Level.BLOCK, entry.under());
            var above = before.containsKey(block) ? block : new Key(Level.CHAPTER, entry.under());
            incomplete.add(above);
            entry = before.get(above);
        }
    }

    TabularList list() {
        var fresh = own.keySet().stream()
                .filter(key -> key.level() == Level.BLOCK && !before.containsKey(key))
                .map(key -> TabularBlock.of(key.subject()))
                .toList();
        var all = new LinkedHashMap<Key, Entry>();
        before.forEach((key, entry) -> {
            if (own.containsKey(key) || !isCutAnew(key, fresh)) {
                all.put(key, entry);
            }
        });
        own.forEach((key, entry) -> all.put(key, standing(key, entry)));
        return new TabularList(later.release(), later.effectiveFrom(), List.copyOf(all.values()));
    }

    /** A block that the later list has not, in whose place it has others. */
    private static boolean isCutAnew(Key key, List<TabularBlock> fresh) {
        return key.level() == Level.BLOCK
                && fresh.stream().anyMatch(block -> block.overlaps(TabularBlock.of(key.subject())));
    }

    private Entry standing(Key key, Entry entry) {
        var earlier = before.get(key);
        return earlier != null && entry.notes().isEmpty() && incomplete.contains(key)
                ? earlier.standingAt(entry)
                : entry;
    }
}
