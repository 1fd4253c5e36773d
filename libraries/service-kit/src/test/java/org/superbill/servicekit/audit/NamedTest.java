package org.superbill.servicekit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.paging.Page;

class NamedTest {
    private static final UUID PATIENT = UUID.randomUUID();
    private static final UUID CLAIM = UUID.randomUUID();
    private static final UUID LINE = UUID.randomUUID();

    record Line(UUID id, String text) {}

    record Claim(UUID id, @Nullable UUID patientId, List<Line> lines) {}

    @Test
    void whatSaysWhoseItIsSaysSoOfAllThatIsInIt() {
        var named = Named.in(new Claim(CLAIM, PATIENT, List.of(new Line(LINE, "text"))));
        assertThat(named.patients()).containsExactly(PATIENT);
        assertThat(named.others()).isEmpty();
    }

    @Test
    void whatDoesNotSaySoIsNamedByItsIds() {
        var named = Named.in(new Claim(CLAIM, null, List.of(new Line(LINE, "text"))));
        assertThat(named.patients()).isEmpty();
        assertThat(named.others()).containsExactly(CLAIM, LINE);
    }

    @Test
    void isFoundInPagesAnswersMapsAndOptionals() {
        var claim = new Claim(CLAIM, PATIENT, List.of());
        for (var answer : List.of(
                new Page<>(List.of(claim), null), RestResponse.ok(claim), Map.of("one", claim), Optional.of(claim))) {
            assertThat(Named.in(answer).patients()).containsExactly(PATIENT);
        }
        var json = new ObjectMapper()
                .valueToTree(Map.of(
                        "items",
                        List.of(Map.of("patientId", PATIENT, "id", LINE), Map.of("claimId", CLAIM, "text", "text"))));
        assertThat(Named.in(json).patients()).containsExactly(PATIENT);
        assertThat(Named.in(json).others()).containsExactly(CLAIM);
        assertThat(Named.in(null).others()).isEmpty();
        assertThat(Named.in("text").others()).isEmpty();
    }
}
