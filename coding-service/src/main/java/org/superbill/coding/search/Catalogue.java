package org.superbill.coding.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.superbill.coding.codesystem.CodeSystem;

/**
 * The codes of one index in memory, in the order of their characters, with what is asked of each hit: its spans of days and its traits. A code is its number here, so
 * are a name and a span. Some 40 bytes a code.
 */
final class Catalogue {
    /** A name whose code the system does not have any more. */
    static final int NO_CODE = -1;

    private final CodeSystem system;
    private final String[] codes;
    /** Of each name, its code, or {@link #NO_CODE}. */
    private final int[] codeOfName;

    private final byte[] kindOfName;
    /** Of each code, its first span; one more at the end. */
    private final int[] firstSpan;

    private final int[] nameOfSpan;
    private final int[] from;
    private final int[] to;
    private final byte[] traits;
    private final byte[] chapterOfCode;
    private final List<String> chapters;
    private final boolean[] everyday;

    private Catalogue(CodeSystem system, String[] codes, int[] codeOfName, byte[] kindOfName, SpanRows spans) {
        this.system = system;
        this.codes = codes;
        this.codeOfName = codeOfName;
        this.kindOfName = kindOfName;
        firstSpan = new int[codes.length + 1];
        nameOfSpan = spans.names();
        from = spans.from();
        to = spans.to();
        traits = spans.traits();
        for (var span = 0; span < nameOfSpan.length; span++) {
            firstSpan[codeOfName[nameOfSpan[span]] + 1] = span + 1;
        }
        everyday = new boolean[codes.length];
        for (var name = 0; name < kindOfName.length; name++) {
            if (kindOfName[name] == NameKind.EVERYDAY.ordinal()) {
                everyday[codeOfName[name]] = true;
            }
        }
        var found = Arrays.stream(codes).map(code -> Chapters.of(system, code)).toArray(String[]::new);
        chapters =
                List.copyOf(new TreeSet<>(Set.of(Arrays.stream(found).distinct().toArray(String[]::new))));
        chapterOfCode = new byte[codes.length];
        for (var code = 0; code < codes.length; code++) {
            chapterOfCode[code] = (byte) chapters.indexOf(found[code]);
        }
    }

    private record SpanRows(int[] names, int[] from, int[] to, byte[] traits) {}

    /**
     * Reads it out of an index.
     *
     * @param parts the descriptions, in the order of their codes and days, and the other names where there are any; names are numbered through both
     */
    static Catalogue read(CodeSystem system, List<LeafReaderContext> parts) throws IOException {
        if (parts.isEmpty()) {
            var none = new int[0];
            return new Catalogue(system, new String[0], none, new byte[0], new SpanRows(none, none, none, new byte[0]));
        }
        var codes = codes(parts.get(0));
        var count = parts.stream().mapToInt(part -> part.reader().maxDoc()).sum();
        var codeOfName = new int[count];
        var kindOfName = new byte[count];
        for (var part : parts) {
            var own = codes(part);
            var values = part.reader().getSortedDocValues(Fields.CODE_VALUE);
            var kinds = part.reader().getNumericDocValues(Fields.KIND);
            var numbers = Arrays.stream(own)
                    .mapToInt(code -> Math.max(NO_CODE, Arrays.binarySearch(codes, code)))
                    .toArray();
            for (var name = 0; name < part.reader().maxDoc(); name++) {
                values.nextDoc();
                kinds.nextDoc();
                codeOfName[part.docBase + name] = numbers[values.ordValue()];
                kindOfName[part.docBase + name] = (byte) kinds.longValue();
            }
        }
        return new Catalogue(system, codes, codeOfName, kindOfName, spans(parts.get(0)));
    }

    private static String[] codes(LeafReaderContext part) throws IOException {
        var values = part.reader().getSortedDocValues(Fields.CODE_VALUE);
        var codes = new String[values.getValueCount()];
        for (var code = 0; code < codes.length; code++) {
            codes[code] = values.lookupOrd(code).utf8ToString();
        }
        return codes;
    }

    private static SpanRows spans(LeafReaderContext descriptions) throws IOException {
        var froms = descriptions.reader().getNumericDocValues(Fields.FROM);
        var tos = descriptions.reader().getNumericDocValues(Fields.TO);
        var traits = descriptions.reader().getNumericDocValues(Fields.TRAITS);
        var count = (int) froms.cost();
        var rows = new SpanRows(new int[count], new int[count], new int[count], new byte[count]);
        var row = 0;
        for (var name = froms.nextDoc(); name != DocIdSetIterator.NO_MORE_DOCS; name = froms.nextDoc()) {
            tos.advanceExact(name);
            traits.advanceExact(name);
            rows.names[row] = name;
            rows.from[row] = (int) froms.longValue();
            rows.to[row] = (int) tos.longValue();
            rows.traits[row] = (byte) traits.longValue();
            row++;
        }
        return rows;
    }

    CodeSystem system() {
        return system;
    }

    int size() {
        return codes.length;
    }

    String code(int code) {
        return codes[code];
    }

    int codeOfName(int name) {
        return codeOfName[name];
    }

    NameKind kind(int name) {
        return NameKind.values()[kindOfName[name]];
    }

    /** The span of a code that has this day, or -1. */
    int spanOn(int code, int day) {
        for (var span = firstSpan[code]; span < firstSpan[code + 1]; span++) {
            if (from[span] <= day && day <= to[span]) {
                return span;
            }
        }
        return -1;
    }

    /** A description says what a code was called during its own days; other names are of all days. */
    boolean isOf(int name, int span) {
        return kindOfName[name] != NameKind.DESCRIPTION.ordinal() || nameOfSpan[span] == name;
    }

    int lastSpan(int code) {
        return firstSpan[code + 1] - 1;
    }

    int description(int span) {
        return nameOfSpan[span];
    }

    LocalDate from(int span) {
        return LocalDate.ofEpochDay(from[span]);
    }

    /** Whether the span has a last day. */
    boolean ends(int span) {
        return to[span] != Integer.MAX_VALUE;
    }

    LocalDate to(int span) {
        return LocalDate.ofEpochDay(to[span]);
    }

    int traits(int span) {
        return traits[span];
    }

    boolean hasEverydayName(int code) {
        return everyday[code];
    }

    /** Empty text for a code that is in none. */
    String chapter(int code) {
        return chapters.get(chapterOfCode[code]);
    }

    /** The number of a code, or -1. */
    int find(String code) {
        return Math.max(NO_CODE, Arrays.binarySearch(codes, code));
    }

    /** The numbers of all codes that begin so, in their order. */
    int[] beginningWith(String prefix) {
        var place = Arrays.binarySearch(codes, prefix);
        var first = place < 0 ? -place - 1 : place;
        var end = first;
        while (end < codes.length && codes[end].startsWith(prefix)) {
            end++;
        }
        var found = new int[end - first];
        for (var i = 0; i < found.length; i++) {
            found[i] = first + i;
        }
        return found;
    }
}
