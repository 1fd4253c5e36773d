package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTest {
    @Test
    void everyCategoryOf2026StandsInAChapterAndABlock() {
        var categories = new TreeSet<String>();
        ShippedRelease.all().stream()
                .filter(release -> release.file().equals("icd-10-cm-2026.tsv.gz"))
                .forEach(release -> ShippedSpans.read(
                        release, row -> categories.add(row.code().substring(0, 3))));
        assertThat(categories)
                .isNotEmpty()
                .allMatch(category -> Blocks.chapterOf(category).isPresent())
                .allMatch(category -> Blocks.blockOf(category).isPresent());
        assertThat(Blocks.chapters()).hasSize(22);
    }

    @ParameterizedTest
    @CsvSource({
        "J069, 10, J00-J06",
        "C50911, 2, C50-C50",
        "C4A0, 2, C43-C44",
        "C47, 2, C45-C49",
        "M1A00X0, 13, M05-M14",
        "M170, 13, M15-M19",
        "I1A0, 9, I10-I1A",
        "I5A, 9, I30-I5A",
        "Z3A20, 21, Z30-Z39",
        "QA0, 17, QA0-QA0",
        "S6701XA, 19, S60-S69",
        "U071, 22, U00-U49"
    })
    void theNarrowestBlockCounts(String code, String chapter, String block) {
        assertThat(Blocks.chapterOf(code)).map(Blocks.Block::id).contains(chapter);
        assertThat(Blocks.blockOf(code)).map(Blocks.Block::id).contains(block);
    }

    @Test
    void blocksWithinBlocksAreShownAtTheirPlace() {
        var neoplasms = Blocks.find(true, "2").orElseThrow();
        var top = Blocks.within(neoplasms);
        assertThat(top)
                .extracting(Blocks.Block::id)
                .contains("C00-C96", "D00-D09")
                .doesNotContain("C00-C14");
        assertThat(Blocks.find(false, "C00-C75").map(Blocks::within).orElse(List.of()))
                .extracting(Blocks.Block::id)
                .contains("C00-C14");
    }
}
