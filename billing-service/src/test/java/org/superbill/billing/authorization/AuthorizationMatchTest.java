package org.superbill.billing.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.billing.reference.Authorized;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PayerChanged;

/** Which authorization a line takes, and what is said when none fits. */
class AuthorizationMatchTest {
    private static EncounterCoded.Line line(int number, String procedure, String units) {
        return new EncounterCoded.Line(number, procedure, List.of(), new BigDecimal(units), 100, Facts.ON, List.of(1));
    }

    private static Authorization authorization(
            String number, String from, String to, @Nullable String npi, @Nullable String units, String used) {
        var service = new AuthorizedService(List.of("97110-97140"), units == null ? null : new BigDecimal(units));
        return new Authorization(
                UUID.randomUUID(),
                number,
                "authorization",
                UUID.randomUUID(),
                UUID.randomUUID(),
                npi,
                LocalDate.parse(from),
                LocalDate.parse(to),
                List.of(Authorization.Service.of(service, new BigDecimal(used))),
                0);
    }

    private static Authorized match(List<Authorization> known, EncounterCoded.Line... lines) {
        var asked = new PayerChanged.AuthorizationFor(List.of("97000-97999"), LocalDate.parse("2026-03-01"), null);
        var facts = new Facts()
                .terms(new AgreedTerms().authorizes(asked))
                .lines(lines)
                .build();
        return AuthorizationMatch.of(facts, known);
    }

    @Test
    void aLineTakesItsUnits() {
        var one = authorization("A1", "2026-03-01", "2026-03-31", null, "12", "8");
        var found = match(List.of(one), line(1, "97110", "4"));
        assertThat(found.missing()).isEmpty();
        assertThat(found.lines())
                .containsExactly(new Authorized.Line(1, one.id(), "A1", "authorization", 0, new BigDecimal("4")));
        assertThat(found.numberOfClaim(false)).contains("A1");
    }

    @Test
    void linesOfAClaimShareWhatIsLeft() {
        var one = authorization("A1", "2026-03-01", "2026-03-31", null, "12", "8");
        var found = match(List.of(one), line(1, "97110", "3"), line(2, "97140", "2"));
        assertThat(found.lines()).extracting(Authorized.Line::lineNumber).containsExactly(1);
        assertThat(found.missing())
                .containsExactly(new Authorized.Missing(2, "A1 has only 1 units left for it, the line has 2"));
    }

    @Test
    void whatEndsFirstIsTakenFirst() {
        var late = authorization("A1", "2026-03-01", "2026-04-30", null, null, "0");
        var soon = authorization("A2", "2026-03-01", "2026-03-02", null, null, "0");
        assertThat(match(List.of(late, soon), line(1, "97110", "1")).lines())
                .extracting(Authorized.Line::number)
                .containsExactly("A2");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03, 2026-03-31, , A1 is in force from 2026-03-03 to 2026-03-31",
        "2026-02-01, 2026-03-01, , A1 is in force from 2026-02-01 to 2026-03-01",
        "2026-03-02, 2026-03-02, 1679576722, A1 is for another provider"
    })
    void theFindingSaysWhatDoesNotMatch(String from, String to, @Nullable String npi, String why) {
        var one = authorization("A1", from, to, npi, "12", "0");
        assertThat(match(List.of(one), line(1, "97110", "1")).missing())
                .containsExactly(new Authorized.Missing(1, why));
    }

    @Test
    void aProcedureThatIsNotAuthorizedIsNamedAsSuch() {
        var one = authorization("A1", "2026-03-01", "2026-03-31", null, "12", "0");
        assertThat(match(List.of(one), line(1, "97530", "1")).missing())
                .containsExactly(new Authorized.Missing(1, "none on file is for this procedure"));
        assertThat(match(List.of(), line(1, "97110", "1")).missing())
                .containsExactly(new Authorized.Missing(1, "none of this payer is on file for the patient"));
    }

    private static Authorized matchSaying(String number, List<Authorization> known, EncounterCoded.Line... lines) {
        var asked = new PayerChanged.AuthorizationFor(List.of("97000-97999"), LocalDate.parse("2026-03-01"), null);
        var facts = new Facts()
                .terms(new AgreedTerms().authorizes(asked))
                .details(Details.authorizedBy(number))
                .lines(lines)
                .build();
        return AuthorizationMatch.of(facts, known);
    }

    @Test
    void theNumberThatIsSaidIsJudgedAndNoOtherIsTaken() {
        var other = authorization("B1", "2026-03-01", "2026-03-31", null, "12", "0");
        var expired = authorization("A1", "2026-02-01", "2026-03-01", null, "12", "0");
        var found = matchSaying("A1", List.of(expired, other), line(1, "97110", "1"));
        assertThat(found.lines()).isEmpty();
        assertThat(found.missing())
                .containsExactly(new Authorized.Missing(1, "A1 is in force from 2026-02-01 to 2026-03-01"));
        var lastDay = authorization("A1", "2026-02-01", "2026-03-02", null, "12", "11");
        assertThat(matchSaying("A1", List.of(lastDay, other), line(1, "97110", "1"))
                        .lines())
                .extracting(Authorized.Line::number)
                .containsExactly("A1");
        assertThat(matchSaying("A1", List.of(lastDay, other), line(1, "97110", "2"))
                        .missing())
                .containsExactly(new Authorized.Missing(1, "A1 has only 1 units left for it, the line has 2"));
        assertThat(matchSaying("A1", List.of(lastDay, other), line(1, "97530", "1"))
                        .missing())
                .containsExactly(new Authorized.Missing(1, "A1 is not for this procedure"));
    }

    @Test
    void aNumberThatIsNotOnFileTakesNothingAndIsToldOf() {
        var other = authorization("B1", "2026-03-01", "2026-03-31", null, "12", "0");
        var found = matchSaying("A1", List.of(other), line(1, "97110", "1"));
        assertThat(found.lines()).isEmpty();
        assertThat(found.missing()).isEmpty();
        assertThat(found.numberNotOnFile()).isEqualTo("A1");
        assertThat(matchSaying("B1", List.of(other), line(1, "97110", "1")).numberNotOnFile())
                .isNull();
    }

    @Test
    void aSaidNumberThatIsUsedUpIsFoundWhereThePayerDoesNotAsk() {
        var used = authorization("A1", "2026-03-01", "2026-03-31", null, "12", "12");
        var facts = new Facts()
                .details(Details.authorizedBy("A1"))
                .lines(line(1, "97110", "1"), line(2, "99213", "1"))
                .build();
        assertThat(AuthorizationMatch.of(facts, List.of(used)).missing())
                .containsExactly(new Authorized.Missing(1, "A1 has no units left for it"));
    }

    @Test
    void whatThePayerDoesNotAskForNeedsNone() {
        assertThat(match(List.of(), line(1, "99213", "1"))).isEqualTo(Authorized.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"1912301953", "1234567893"})
    void theRenderingAndTheBillingProviderAreBothMeant(String npi) {
        var one = authorization("A1", "2026-03-01", "2026-03-31", npi, null, "0");
        assertThat(match(List.of(one), line(1, "97110", "1")).lines()).hasSize(1);
    }
}
