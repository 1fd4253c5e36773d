package org.superbill.coding.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.coding.coder.CoderView;
import org.superbill.coding.coder.Credential;
import org.superbill.coding.codingcase.CareSetting;
import org.superbill.coding.codingcase.CaseKind;
import org.superbill.coding.codingcase.CaseStatus;
import org.superbill.coding.codingcase.GivenCase;
import org.superbill.coding.codingcase.OpenCase;
import org.superbill.coding.codingpolicy.CodingPolicy;

class AssignmentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final CodingPolicy POLICY = CodingPolicy.DEFAULTS;

    @Test
    void anExpiredCredentialGetsNoCase() {
        assertThat(chosen("207Q00000X", candidate("ann", "CPC", TODAY.minusDays(1), 0)))
                .isNull();
        assertThat(chosen("207Q00000X", candidate("ann", "CPC", TODAY, 0))).isEqualTo("ann");
    }

    @Test
    void aFacilitysCaseNeedsAFacilitysCredential() {
        var candidates = List.of(candidate("ann", "CPC", TODAY, 0), candidate("bob", "CIC", TODAY, 3));
        assertThat(Assignment.choose(open(CaseKind.FACILITY, null), candidates, POLICY, TODAY))
                .contains(candidates.get(1));
    }

    @Test
    void whoNamesTheSpecialtyComesBeforeWhoTakesEveryOne() {
        assertThat(chosen(
                        "207Q00000X",
                        candidate("ann", "CPC", TODAY, 0),
                        candidate("bob", "CPC", TODAY, 9, "207Q"),
                        candidate("cid", "CPC", TODAY, 0, "208D")))
                .isEqualTo("bob");
    }

    @Test
    void aCaseOfWhichTheSpecialtyIsNotKnownYetGoesToWhoTakesEveryOneOnly() {
        assertThat(chosen(null, candidate("cid", "CPC", TODAY, 0, "208D"))).isNull();
        assertThat(chosen(null, candidate("cid", "CPC", TODAY, 0, "208D"), candidate("ann", "CPC", TODAY, 9)))
                .isEqualTo("ann");
    }

    @Test
    void coderAfterCoderGetsACaseUntilNobodyHasRoomOrEnoughAreGiven() {
        var candidates = List.of(candidate("ann", "CPC", TODAY, 48), candidate("bob", "CPC", TODAY, 49));
        var cases = Stream.generate(() -> open(CaseKind.PROFESSIONAL, null))
                .limit(5)
                .toList();
        var choice = new Choice(candidates, POLICY, TODAY, 10);
        choice.choose(cases);
        assertThat(choice.chosen()).extracting(GivenCase::coder).containsExactly("ann", "ann", "bob");
        assertThat(choice.hasRoom()).isFalse();
        var one = new Choice(candidates, POLICY, TODAY, 1);
        one.choose(cases);
        assertThat(one.chosen()).containsExactly(new GivenCase(cases.get(0).id(), "ann"));
        assertThat(one.hasRoom()).isFalse();
    }

    @Test
    void whoMayHaveNoKindOfCaseIsNotAskedAbout() {
        assertThat(candidate("ann", "CPC", TODAY, 0).mayHaveAny(POLICY, TODAY)).isTrue();
        assertThat(candidate("ann", "CIC", TODAY, 0).mayHaveAny(POLICY, TODAY)).isTrue();
        assertThat(candidate("ann", "CPC", TODAY.minusDays(1), 0).mayHaveAny(POLICY, TODAY))
                .isFalse();
    }

    @Test
    void theOneWithTheMostRoomGetsItAndAFullOneNone() {
        assertThat(chosen(null, candidate("ann", "CPC", TODAY, 2), candidate("bob", "CPC", TODAY, 1)))
                .isEqualTo("bob");
        assertThat(chosen(null, candidate("ann", "CPC", TODAY, 1), candidate("bob", "CPC", TODAY, 1)))
                .isEqualTo("ann");
        assertThat(chosen(null, candidate("ann", "CPC", TODAY, 49))).isEqualTo("ann");
        assertThat(chosen(null, candidate("ann", "CPC", TODAY, 50))).isNull();
    }

    @Test
    void whoIsNotReadyGetsNone() {
        var learner = new Assignment.Candidate(candidate("ann", "CPC", TODAY, 0).coder(), false, 0);
        assertThat(Assignment.choose(open(CaseKind.PROFESSIONAL, null), List.of(learner), POLICY, TODAY))
                .isEmpty();
    }

    private static @Nullable String chosen(@Nullable String specialty, Assignment.Candidate... candidates) {
        return Assignment.choose(open(CaseKind.PROFESSIONAL, specialty), List.of(candidates), POLICY, TODAY)
                .map(candidate -> candidate.coder().subject())
                .orElse(null);
    }

    private static Assignment.Candidate candidate(
            String subject, String credential, LocalDate expiresOn, long load, String... specialties) {
        return new Assignment.Candidate(
                new CoderView(
                        UUID.randomUUID(),
                        subject,
                        subject,
                        List.of(new Credential(credential, "1", expiresOn)),
                        List.of(specialties),
                        null,
                        true,
                        Instant.EPOCH,
                        0),
                true,
                load);
    }

    private static OpenCase open(CaseKind kind, @Nullable String specialty) {
        return new OpenCase(
                UUID.randomUUID(),
                kind,
                UUID.randomUUID(),
                CareSetting.OFFICE,
                CaseStatus.READY,
                specialty,
                null,
                42_00,
                TODAY,
                null,
                TODAY,
                0,
                false,
                null,
                null,
                false,
                null,
                null,
                null,
                0);
    }
}
