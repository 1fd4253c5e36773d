package org.superbill.coding.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class InclusionTermsTest {
    @Test
    void onlyInclusionTermsOfCodesAreNames() {
        var terms = new ArrayList<String>();
        InclusionTerms.shipped()
                .forEach(row -> InclusionTerms.of(row).ifPresent(term -> terms.add(row[0] + "\t" + term)));

        assertThat(terms)
                .hasSizeGreaterThan(11_500)
                .contains("A000\tClassical cholera")
                .allSatisfy(line -> assertThat(line).matches("[A-Z][0-9A-Z]{2,6}\t\\S.*"))
                .noneMatch(line ->
                        line.contains("Suicide (attempted)")); // that is said of a block, not of the code before it
    }
}
