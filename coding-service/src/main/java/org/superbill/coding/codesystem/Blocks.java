package org.superbill.coding.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The chapters and blocks above the categories of ICD-10-CM, which its order files do not have. Source: {@code reference/icd-10-cm-blocks.tsv}. */
final class Blocks {
    private static final String RESOURCE = "/reference/icd-10-cm-blocks.tsv";
    private static final int CATEGORY = 3;
    private static final List<Block> ALL = read();

    private Blocks() {}

    /**
     * A chapter or a block.
     *
     * @param id of a chapter its number, of a block its range as the Tabular List writes it
     * @param ranges of its categories; a block has a second one where a later category was put beside it, as C4A beside C43-C44
     */
    record Block(boolean chapter, String id, List<Range> ranges, String title) {
        Block {
            ranges = List.copyOf(ranges);
        }

        boolean holds(String code) {
            var category = code.substring(0, Math.min(CATEGORY, code.length()));
            return ranges.stream().anyMatch(range -> range.holds(category));
        }

        boolean isWithin(Block other) {
            return !other.equals(this) && other.holds(first()) && other.holds(last());
        }

        /** Its first category. */
        String first() {
            return ranges.get(0).first();
        }

        String last() {
            return ranges.get(ranges.size() - 1).last();
        }
    }

    record Range(String first, String last) {
        static Range of(String text) {
            return new Range(text.substring(0, CATEGORY), text.substring(text.length() - CATEGORY));
        }

        boolean holds(String category) {
            return first.compareTo(category) <= 0 && category.compareTo(last) <= 0;
        }
    }

    static List<Block> chapters() {
        return ALL.stream().filter(Block::chapter).toList();
    }

    static Optional<Block> find(boolean chapter, String id) {
        return ALL.stream()
                .filter(block -> block.chapter() == chapter && block.id().equals(id))
                .findFirst();
    }

    static Optional<Block> chapterOf(String code) {
        return chapters().stream().filter(chapter -> chapter.holds(code)).findFirst();
    }

    /** The narrowest one: in the order of the Tabular List a block comes after the wider one around it. */
    static Optional<Block> blockOf(String code) {
        return ALL.stream()
                .filter(block -> !block.chapter() && block.holds(code))
                .reduce((wider, narrower) -> narrower);
    }

    /** The blocks directly within a chapter or a block. */
    static List<Block> within(Block outer) {
        var inside = ALL.stream()
                .filter(block -> !block.chapter() && block.isWithin(outer))
                .toList();
        return inside.stream()
                .filter(block -> inside.stream().noneMatch(other -> block.isWithin(other) && !other.isWithin(block)))
                .toList();
    }

    private static List<Block> read() {
        try (var stream = Blocks.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("This build lacks its resource " + RESOURCE);
            }
            return new BufferedReader(new InputStreamReader(stream, UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(fields -> new Block(
                            fields[0].equals("chapter"),
                            fields[1],
                            Arrays.stream(fields[2].split(" ")).map(Range::of).toList(),
                            fields[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
