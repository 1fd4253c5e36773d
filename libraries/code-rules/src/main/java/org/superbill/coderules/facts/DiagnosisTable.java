package org.superbill.coderules.facts;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.superbill.coderules.Contrasts;
import org.superbill.coderules.NotedEntry;
import org.superbill.coderules.Place;
import org.superbill.coderules.Terminology;

/** Builds the table of ICD-10-CM: its codes, with the notes of the tabular list of each day, their sides and their 7th characters. */
public final class DiagnosisTable {
    static final int LENGTH = 7;
    private static final int CATEGORY = 3;

    /** Newest first. */
    private final List<TabularList> lists;

    /** What each says with those before it, newest first. */
    private final List<Described> described;

    private final Spans spans = new Spans();
    private final TreeMap<String, CodeSpan> newest = new TreeMap<>();
    private final Map<String, List<String>> replacements = new HashMap<>();

    /**
     * Each list judges from its own first day until the next one's: before the first of them there are no notes. What it does not have is judged by those before it.
     *
     * @param lists of any years, in any order; one without entries counts for nothing. Of two of the same day the first one judges
     */
    public DiagnosisTable(Collection<TabularList> lists) {
        this.lists = lists.stream()
                .filter(list -> !list.entries().isEmpty())
                .sorted(Comparator.comparing(TabularList::effectiveFrom).reversed())
                .toList();
        this.described =
                layered((code, day) -> false).stream().map(Described::of).toList();
    }

    /** Each over those before it, newest first. @param isThere whether a code is valid on a day */
    private List<TabularList> layered(BiPredicate<String, LocalDate> isThere) {
        var layered = new ArrayDeque<TabularList>();
        for (var i = lists.size() - 1; i >= 0; i--) {
            var list = lists.get(i);
            layered.addFirst(
                    layered.isEmpty()
                            ? list
                            : list.over(layered.getFirst(), code -> isThere.test(code, list.effectiveFrom())));
        }
        return List.copyOf(layered);
    }

    private boolean isThere(String code, LocalDate day) {
        var span = newest.get(code);
        return span != null && span.covers(day);
    }

    /**
     * A list with the days on which codes are what it says.
     *
     * @param titles of its codes, plain
     * @param same by code
     * @param newTitles headers that are described otherwise on some days
     */
    private record Described(
            Map<String, String> titles, Map<String, Predicate<LocalDate>> same, Set<String> newTitles) {
        static Described of(TabularList list) {
            var titles = new HashMap<String, String>();
            for (var entry : list.entries()) {
                if (entry.level() == NotedEntry.Level.CODE) {
                    titles.put(entry.subject(), Words.plain(entry.title()));
                }
            }
            return new Described(titles, new HashMap<>(), new HashSet<>());
        }

        /**
         * With headers whose own title reads otherwise by now, although all the codes that the list has under them are what they were: F32 was
         * "Major depressive disorder, single episode" and is "Depressive episode", over the same codes. They hold as long as those codes do.
         */
        Map<String, Predicate<LocalDate>> sameOrOver() {
            var all = new HashMap<>(same);
            var sorted = new TreeMap<>(titles);
            for (var header : newTitles) {
                var under = sorted.subMap(header, false, header + Character.MAX_VALUE, false)
                        .keySet();
                var days = under.stream()
                        .map(same::get)
                        .flatMap(Stream::ofNullable)
                        .toList();
                if (!under.isEmpty() && days.size() == under.size()) {
                    all.merge(header, day -> days.stream().allMatch(one -> one.test(day)), Predicate::or);
                }
            }
            return all;
        }

        void add(CodeSpan span, String description) {
            if (description.equals(titles.get(span.code()))) {
                same.merge(span.code(), span::covers, Predicate::or);
            } else if (!span.billable() && titles.containsKey(span.code())) {
                newTitles.add(span.code());
            }
        }
    }

    /** The spans of one code oldest first; the codes in any order. */
    public DiagnosisTable add(CodeSpan span) {
        spans.add(span);
        newest.put(span.code(), span);
        var description = Words.plain(span.description());
        described.forEach(list -> list.add(span, description));
        return this;
    }

    /** What to code instead of a code that is gone. */
    public DiagnosisTable replace(String code, List<String> by) {
        replacements.put(code, List.copyOf(by));
        return this;
    }

    public TermTable build() {
        var layered = layered(this::isThere);
        var notes = IntStream.range(0, layered.size())
                .mapToObj(i -> new TabularNotes(layered.get(i), described.get(i).sameOrOver(), this::newestDescription))
                .toList();
        var descriptions = billableDescriptions();
        var sides = Lateralities.of(descriptions);
        var contrasts = TitleContrasts.of(descriptions);
        var seventh = seventhCharacters();
        var below = billableBelow();
        return spans.table(
                Terminology.ICD_10_CM,
                code -> places(
                        notes,
                        code,
                        new Place(
                                null,
                                sides.get(code),
                                seventh.getOrDefault(code, ""),
                                Trimesters.of(newestDescription(code)),
                                contrasts.getOrDefault(code, Contrasts.NONE),
                                below.getOrDefault(code, List.of()))),
                replacements);
    }

    private static TermTable.Dated[] places(List<TabularNotes> newestFirst, String code, Place bare) {
        return Stream.concat(
                        newestFirst.stream()
                                .map(notes -> new TermTable.Dated(notes.effectiveFrom(), bare.with(notes.of(code)))),
                        Stream.of(new TermTable.Dated(LocalDate.MIN, bare)))
                .toArray(TermTable.Dated[]::new);
    }

    private String newestDescription(String code) {
        var span = newest.get(code);
        return span == null ? "" : span.description();
    }

    private TreeMap<String, String> billableDescriptions() {
        var descriptions = new TreeMap<String, String>();
        newest.forEach((code, span) -> {
            if (span.billable()) {
                descriptions.put(code, span.description());
            }
        });
        return descriptions;
    }

    /** By header: the last characters of the codes of seven that it becomes with nothing but placeholders between. */
    private Map<String, String> seventhCharacters() {
        var found = new HashMap<String, String>();
        for (var code : newest.keySet()) {
            if (code.length() == LENGTH) {
                var header = code.substring(0, LENGTH - 1);
                while (header.endsWith("X") && !newest.containsKey(header)) {
                    header = header.substring(0, header.length() - 1);
                }
                found.merge(header, code.substring(LENGTH - 1), String::concat);
            }
        }
        return found;
    }

    /** By header: the first billable codes that begin with it, and as many that have ended; {@link TermTable} leaves those of the day. */
    private Map<String, List<String>> billableBelow() {
        var found = new HashMap<String, List<String>>();
        var ended = new HashMap<String, Integer>();
        newest.forEach((code, span) -> {
            if (span.billable()) {
                for (var length = CATEGORY; length < code.length(); length++) {
                    var header = code.substring(0, length);
                    var below = found.computeIfAbsent(header, any -> new ArrayList<>());
                    var gone = ended.getOrDefault(header, 0);
                    if ((span.to() == null ? below.size() - gone : gone) < Place.SHOWN) {
                        below.add(code);
                        ended.put(header, span.to() == null ? gone : gone + 1);
                    }
                }
            }
        });
        return found;
    }
}
