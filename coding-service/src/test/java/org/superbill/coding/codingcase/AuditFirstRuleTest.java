package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.superbill.coding.codingpolicy.CodingPolicy;

class AuditFirstRuleTest {
    private static final UUID CASE = new UUID(7, 7);

    @Test
    void theFirstCasesOfANewCoder() {
        var policy = new CodingPolicy.AuditFirst(0, 30, null);
        assertThat(AuditFirstRule.applies(policy, CASE, 1, 0, 29)).isTrue();
        assertThat(AuditFirstRule.applies(policy, CASE, 1, 0, 30)).isFalse();
    }

    @Test
    void everyDearCase() {
        var policy = new CodingPolicy.AuditFirst(0, 0, 100_00L);
        assertThat(AuditFirstRule.applies(policy, CASE, 1, 100_00, 99)).isTrue();
        assertThat(AuditFirstRule.applies(policy, CASE, 1, 99_99, 99)).isFalse();
    }

    @Test
    void aShareOfAllCasesThatCanBeTakenAgain() {
        var policy = new CodingPolicy.AuditFirst(5, 0, null);
        var chosen = IntStream.range(0, 10_000)
                .filter(i -> AuditFirstRule.applies(policy, new UUID(i, i * 31L), 1, 0, 99))
                .toArray();
        assertThat(chosen.length).isBetween(400, 600);
        assertThat(chosen)
                .isEqualTo(IntStream.range(0, 10_000)
                        .filter(i -> AuditFirstRule.applies(policy, new UUID(i, i * 31L), 1, 0, 99))
                        .toArray());
        assertThat(AuditFirstRule.applies(new CodingPolicy.AuditFirst(0, 0, null), CASE, 1, 0, 0))
                .isFalse();
        assertThat(AuditFirstRule.applies(new CodingPolicy.AuditFirst(100, 0, null), CASE, 1, 0, 0))
                .isTrue();
    }
}
