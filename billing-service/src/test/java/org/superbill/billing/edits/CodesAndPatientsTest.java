package org.superbill.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.edits.SameDayHistory.SentLine;
import org.superbill.billing.edittable.EditTables;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.coderules.CodeList;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.facts.CodeSpan;
import org.superbill.coderules.facts.FactTable;
import org.superbill.coderules.facts.TermTable;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PatientChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.Sex;

/** Edits that read what is known of codes, places and patients: what they find, their boundary, and their ways out. */
class CodesAndPatientsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-03");
    private static final EditContext CONTEXT = new EditContext(TODAY, Set.of("payer-simulator"));

    private static List<String> rules(Facts facts, EditContext context) {
        return new Edits()
                .check(facts.build(), context).stream().map(Finding::rule).toList();
    }

    private static List<String> rules(Facts facts) {
        return rules(facts, CONTEXT);
    }

    private static EncounterCoded.Line line(String procedure, long charge, String... modifiers) {
        return new EncounterCoded.Line(1, procedure, List.of(modifiers), BigDecimal.ONE, charge, Facts.ON, List.of(1));
    }

    private static Facts patient(Sex sex, String born, EncounterCoded.Line... lines) {
        var facts = new Facts();
        var old = facts.patient;
        facts.patient = new PatientChanged(
                old.patientId(),
                old.firstName(),
                null,
                old.lastName(),
                LocalDate.parse(born),
                sex,
                old.address(),
                null);
        return facts.lines(lines);
    }

    private static Facts at(String place, EncounterCoded.Line... lines) {
        var facts = new Facts();
        facts.location = new PracticeChanged.Location("OFFICE", place, null, null);
        return facts.lines(lines);
    }

    private static FactTable facts() {
        var cpt = new TermTable.Builder(Terminology.CPT)
                .add(new CodeSpan("99213", true, "", LocalDate.parse("2025-01-01"), null))
                .add(new CodeSpan("87070", true, "", LocalDate.parse("2025-01-01"), LocalDate.parse("2026-03-01")))
                .build();
        var lists = List.of(new CodeList(
                CodeListKind.FEMALE_ONLY, "MCE 41.1", LocalDate.parse("2023-10-01"), null, Set.of("J029")));
        return new FactTable(List.of(cpt), lists);
    }

    @Test
    void aProcedureIsValidOnItsDateOfService() {
        assertThat(rules(new Facts(), CONTEXT.with(facts()))).containsExactly("procedure-not-valid-on-date");
        assertThat(rules(new Facts().lines(line("99214", 1)), CONTEXT.with(facts())))
                .containsExactly("procedure-unknown");
        // of HCPCS no release is known, so that nothing is said
        assertThat(rules(new Facts().lines(line("G0008", 1)), CONTEXT.with(facts())))
                .isEmpty();
    }

    @Test
    void aPatientWhoIsBornAfterTheServiceIsSaidOnce() {
        assertThat(rules(patient(Sex.female, "2030-01-31", line("99213", 1)), CONTEXT.with(facts())))
                .contains("patient-birth-date")
                .doesNotContain("birth-date-after-encounter");
    }

    @Test
    void aConflictOfSexHasItsWayOut() {
        var male = patient(Sex.male, "1980-01-31", line("99213", 1));
        assertThat(rules(male, CONTEXT.with(facts()))).containsExactly("sex-conflict");
        var meant = patient(Sex.male, "1980-01-31", line("99213", 1, "KX"));
        assertThat(rules(meant, CONTEXT.with(facts()))).isEmpty();
    }

    @Test
    void aProcedureIsForItsPatients() {
        assertThat(rules(patient(Sex.male, "1980-01-31", line("58150", 1)))).containsExactly("procedure-sex");
        assertThat(rules(patient(Sex.male, "1980-01-31", line("58150", 1, "KX"))))
                .isEmpty();
        assertThat(rules(patient(Sex.male, "1980-01-31", line("58150", 1), line("99213", 1, "KX"))))
                .as("KX on another line")
                .containsExactly("procedure-sex");
        assertThat(rules(patient(Sex.unknown, "1980-01-31", line("58150", 1)))).isEmpty();
        assertThat(rules(patient(Sex.female, "1980-01-31", line("55866", 1)))).containsExactly("procedure-sex");
        assertThat(rules(patient(Sex.female, "1980-01-31", line("55900", 1)))).isEmpty();
        assertThat(rules(patient(Sex.male, "1980-01-31", line("76830", 1)))).containsExactly("procedure-sex");
        assertThat(rules(patient(Sex.male, "1980-01-31", line("76856", 1)))).isEmpty();
        assertThat(rules(patient(Sex.female, "2008-03-02", line("99385", 1)))).isEmpty(); // 18 on the day
        assertThat(rules(patient(Sex.female, "2008-03-03", line("99385", 1)))).containsExactly("procedure-age");
        assertThat(rules(patient(Sex.female, "2008-03-03", line("99384", 1)))).isEmpty();
    }

    @Test
    void aVisitIsGivenWhereItIsGiven() {
        assertThat(rules(at("11", line("99283", 1)))).containsExactly("place-of-procedure");
        assertThat(rules(at("23", line("99283", 1)))).isEmpty();
        assertThat(rules(at("21", line("99213", 1)))).containsExactly("place-of-procedure");
        assertThat(rules(at("21", line("99223", 1)))).isEmpty();
    }

    @Test
    void aLineMayHaveAPlaceOfItsOwn() {
        assertThat(rules(at("11", placed("23", "99283")))).isEmpty();
        assertThat(rules(at("23", placed("11", "99283")))).containsExactly("place-of-procedure");
        assertThat(rules(at("11", placed("35", "36415")))).containsExactly("place-of-service-assigned");
        assertThat(rules(at("11", placed("X", "36415")))).containsExactly("place-of-service");
    }

    private static EncounterCoded.Line placed(String place, String procedure) {
        return Details.line(line(procedure, 1), Details.service(null, null, null, place, null, null, null, null));
    }

    @Test
    void aPlaceOfServiceIsAssignedOnTheDay() {
        assertThat(rules(at("35", line("99213", 1)))).containsExactly("place-of-service-assigned");
        assertThat(rules(at("27", line("99213", 1)))).isEmpty();
        var early = at(
                "27",
                new EncounterCoded.Line(
                        1, "99213", List.of(), BigDecimal.ONE, 1, LocalDate.parse("2023-09-30"), List.of(1)));
        early.encounter = new EncounterCoded(
                early.encounter.encounterId(),
                1,
                early.encounter.codingCaseId(),
                early.encounter.patientId(),
                early.encounter.practitionerId(),
                early.encounter.locationId(),
                early.encounter.coverageIds(),
                LocalDate.parse("2023-09-30"),
                early.encounter.diagnoses(),
                early.encounter.lines(),
                "coder");
        early.inEffect("2020-01-01", null);
        assertThat(rules(early)).contains("place-of-service-assigned");
    }

    @Test
    void aChargeOfZeroIsLegalWhereNobodyCharges() {
        assertThat(rules(new Facts().lines(line("99213", 0)))).containsExactly("charge-above-zero");
        assertThat(rules(new Facts().lines(line("3044F", 0)))).isEmpty();
        assertThat(rules(new Facts().lines(line("90658", 0, "SL")))).isEmpty();
        assertThat(rules(new Facts().lines(line("Q2037", 0, "SL")))).isEmpty();
        assertThat(rules(new Facts().lines(line("90471", 0, "SL")))).containsExactly("charge-above-zero");
        assertThat(rules(new Facts().lines(line("99213", 0, "SL")))).containsExactly("charge-above-zero");
        assertThat(rules(new Facts().lines(line("3044F", -1)))).containsExactly("charge-above-zero");
    }

    @Test
    void anesthesiaAndTherapySayWhoGaveThem() {
        assertThat(rules(new Facts().lines(line("00400", 1)))).contains("modifier-required");
        assertThat(rules(new Facts().lines(line("00400", 1, "AA")))).doesNotContain("modifier-required");
        assertThat(rules(new Facts().lines(line("97161", 1, "GO")))).contains("modifier-required");
        assertThat(rules(new Facts().lines(line("97161", 1, "GP")))).doesNotContain("modifier-required");
    }

    @Test
    void theNumberOfAMedicareBeneficiaryHasItsForm() {
        assertThat(MedicareBeneficiaryNumber.hasForm("1EG4TE5MK73")).isTrue();
        for (var wrong :
                List.of("0EG4TE5MK73", "1SG4TE5MK73", "1EG4TE5MK7", "1EG4TE5MKA3", "1eg4te5mk73", "1EG4-TE5-MK73")) {
            assertThat(MedicareBeneficiaryNumber.hasForm(wrong)).as(wrong).isFalse();
        }
    }

    @Test
    void whatAnotherClaimCarriesAlreadyWaitsForAReason() {
        var facts = new Facts();
        var sent = new SentLine(
                UUID.randomUUID(),
                "SB1V1",
                facts.payer.payerId(),
                facts.encounter.practitionerId(),
                false,
                1,
                "99213",
                List.of(),
                BigDecimal.ONE,
                15000,
                Facts.ON,
                null);
        var context = CONTEXT.with(new SameDayHistory(List.of(sent)));
        assertThat(new Edits().check(facts.build(), context))
                .filteredOn(found -> found.rule().equals("sent-already"))
                .allMatch(Finding::needsReason)
                .extracting(Finding::pointer)
                .containsExactly("/encounter/lines/0/procedureCode");
        facts.lines(line("99213", 1));
        assertThat(new Edits().check(facts.build(), context))
                .filteredOn(found -> found.rule().equals("sent-already"))
                .extracting(Finding::pointer)
                .containsExactly("/encounter/lines");
        facts.lines(line("99213", 1, "77"));
        assertThat(rules(facts, context)).doesNotContain("sent-already");
    }

    @Test
    void aRuleJudgesFromItsFirstDayOn() {
        var early = new EditContext(LocalDate.parse("2011-12-31"), Set.of(), EditTables.EMPTY, SameDayHistory.NONE);
        assertThat(new Edits().check(new Facts().lines().build(), early)).isEmpty();
    }
}
