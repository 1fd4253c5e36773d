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
    private final CodeSystem system;
    private final String[] codes;
    /** Of each name, its code. */
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
            everyday[codeOfName[name]] |= kindOfName[name] == NameKind.EVERYDAY.ordinal();
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

    /** Of a system that has no codes. */
    static Catalogue empty(CodeSystem system) {
        return new Catalogue(
                system,
                new String[0],
                new int[0],
                new byte[0],
                new SpanRows(new int[0], new int[0], new int[0], new byte[0]));
    }

    /** Reads it out of an index of one segment, whose descriptions come in the order of their codes and days. */
    static Catalogue read(CodeSystem system, LeafReaderContext index) throws IOException {
        var reader = index.reader();
        var codeOfName = new int[reader.maxDoc()];
        var kindOfName = new byte[reader.maxDoc()];
        var values = reader.getSortedDocValues(Fields.CODE_VALUE);
        var codes = new String[values.getValueCount()];
        for (var code = 0; code < codes.length; code++) {
            codes[code] = values.lookupOrd(code).utf8ToString();
        }
        var kinds = reader.getNumericDocValues(Fields.KIND);
        for (var name = 0; name < codeOfName.length; name++) {
            values.nextDoc();
            kinds.nextDoc();
            codeOfName[name] = values.ordValue();
            kindOfName[name] = (byte) kinds.longValue();
        }
        return new Catalogue(system, codes, codeOfName, kindOfName, spans(index));
    }

    private static SpanRows spans(LeafReaderContext index) throws IOException {
        var froms = index.reader().getNumericDocValues(Fields.FROM);
        var tos = index.reader().getNumericDocValues(Fields.TO);
        var traits = index.reader().getNumericDocValues(Fields.TRAITS);
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
        return Math.max(-1, Arrays.binarySearch(codes, code));
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
