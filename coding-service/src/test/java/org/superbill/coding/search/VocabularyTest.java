package org.superbill.coding.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ShippedSpans;

class VocabularyTest {
    private final Vocabulary vocabulary = new Vocabulary();
    private final Words words = new Words();

    @Test
    void aGroupMeansEachOtherAndADirectionOnlyForwards() {
        assertThat(alternatives("copd")).contains("chronic obstruct pulmonari diseas");
        assertThat(alternatives("chronic obstructive pulmonary disease")).contains("copd");
        assertThat(alternatives("sugar")).contains("diabet");
        assertThat(alternatives("diabetes")).doesNotContain("sugar");
    }

    @Test
    void whatOnlyFillsMeansNothing() {
        assertThat(vocabulary.isFiller(stems("patient"))).isTrue();
        assertThat(vocabulary.isFiller(stems("constipation"))).isFalse();
    }

    @Test
    void everyRuleSaysSomething() {
        var bad = new ArrayList<String>();
        Vocabulary.lines(Vocabulary.read(Vocabulary.SYNONYMS)).forEach(line -> {
            var sides = line.split("=>", -1);
            if (sides.length > 2 || sides[0].isBlank() || !line.equals(line.toLowerCase(Locale.ROOT))) {
                bad.add(line);
            }
        });
        assertThat(bad).isEmpty();
    }

    @Test
    void everyEverydayNameIsOfACodeThatCanOrCouldBeBilledAndNoCodeIsTwiceThere() {
        var seen = new HashSet<String>();
        var lines = Vocabulary.lines(Vocabulary.read(Vocabulary.EVERYDAY)).toList();
        for (var system : List.of(CodeSystem.ICD_10_CM, CodeSystem.HCPCS)) {
            var billable = new HashSet<String>();
            ShippedSpans.each(ShippedSpans.releases(system), span -> {
                if (span.billable()) {
                    billable.add(span.code());
                }
            });
            var named = lines.stream()
                    .map(line -> line.split("\t"))
                    .filter(fields -> fields[0].equals(system.id()))
                    .map(fields -> fields[1])
                    .toList();
            assertThat(billable).containsAll(named);
            assertThat(named.stream().filter(code -> !seen.add(system + code))).isEmpty();
        }
    }

    private List<String> alternatives(String phrase) {
        return vocabulary.alternatives(stems(phrase)).stream()
                .map(alternative -> alternative.stream().collect(Collectors.joining(" ")))
                .toList();
    }

    private List<String> stems(String phrase) {
        return words.stems(Words.telling(phrase));
    }
}
