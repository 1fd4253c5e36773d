package org.superbill.coding.cac;

import java.util.Arrays;
import java.util.List;

/** The chapters of ICD-10-CM, by the ranges of their categories. */
final class Chapters {
    private static final int CATEGORY = 3;

    /** @param ranges first and last category, e.g. {@code A00-B99} */
    private record Chapter(String name, List<String> ranges) {
        boolean has(String category) {
            return ranges.stream()
                    .map(range -> range.split("-"))
                    .anyMatch(range ->
                            range[0].compareTo(category) <= 0 && range[range.length - 1].compareTo(category) >= 0);
        }
    }

    private final List<Chapter> chapters;

    private Chapters(List<Chapter> chapters) {
        this.chapters = chapters;
    }

    static Chapters shipped() {
        return new Chapters(DataFile.rows("reference/icd-10-cm-blocks.tsv").stream()
                .filter(row -> row[0].equals("chapter"))
                .map(row -> new Chapter("chapter %s %s".formatted(row[1], row[2]), Arrays.asList(row[2].split(" "))))
                .toList());
    }

    /** @return e.g. {@code chapter 9 I00-I99}; {@code procedures} for what is of no chapter */
    String of(String code) {
        var category = code.substring(0, CATEGORY);
        return Character.isDigit(code.charAt(0))
                ? "procedures"
                : chapters.stream()
                        .filter(chapter -> chapter.has(category))
                        .map(Chapter::name)
                        .findFirst()
                        .orElse("procedures");
    }
}
