package org.superbill.coding.codingquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.coding.cac.Assertion;
import org.superbill.coding.cac.NamedCondition;

/** Each rule with what it finds and what it must leave alone. */
class QueryRulesTest {
    static final UUID NOTE = UUID.randomUUID();
    private static final String TEXT =
            "LABS: Na 128 mmol/L, 500 CC given. PATHOLOGY: adenocarcinoma of the colon. PLAN: fluid restriction. ED: pneumonia, AKI, no sepsis.";
    static final QueryRecord RECORD =
            new QueryRecord(Set.of(NOTE), Map.of(NOTE, TEXT), true, QueryRulesTest::conditions, null);
    private static final Indicator SODIUM = quoted("Na 128 mmol/L");
    static final Indicator PNEUMONIA = quoted("pneumonia");
    static final Indicator PATHOLOGY = quoted("adenocarcinoma of the colon");

    @Test
    void aCompliantQueryOfEachFormHasNoFindings() {
        assertThat(QueryRules.check(choice(), RECORD)).isEmpty();
        assertThat(QueryRules.check(open("What do the findings stand for?"), RECORD))
                .isEmpty();
        assertThat(QueryRules.check(yesNo(QueryPurpose.DOCUMENTED_ELSEWHERE, "adenocarcinoma of colon"), RECORD))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This affects reimbursement.",
                "The DRG depends on it.",
                "Is this an MCC?",
                "It would count as a CC for this stay",
                "It improves our quality scores",
                "Needed for severity of illness",
                "Needed for HCC capture",
                "worth $1,200",
                "this would raise the drg",
                "the D.R.G. depends on it",
                "\uff24\uff32\uff27 depends on it",
                "re\u00adimburse\u200bment depends on it",
                "the hospital is under paid without it",
                "to avoid a readmission penalty",
                "for our observed to expected ratio",
                "an hcc for this year",
                "it lowers the mortality rate we report",
                "the payer has asked",
                "It affects our US News ranking.",
                "The case would group higher with this.",
                "It is currently in a lower-weighted group.",
                "This counts toward our Vizient benchmark.",
                "It would be an additional comorbidity capture.",
                "Our CDI capture rate depends on it.",
                "It is a CC."
            })
    void paymentAndQualityScoresAreNotMentioned(String words) {
        assertThat(rules(open(words))).containsExactly("query-mentions-payment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The patient got 500 CC of saline.",
                "Condition at discharge?",
                "What does the abnormal score of the PHQ-9 stand for?",
                "cc: follow-up",
                "CC: cough. What do the findings stand for?",
                "CC was cough. What do the findings stand for?",
                "Was the pain severe?",
                "Which muscle group lower in the leg was repaired, and what accounts for the lower weight?"
            })
    void clinicalWordsAreNoPayment(String words) {
        assertThat(rules(open(words))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please document that the patient has sepsis.",
                "Would you agree that this is sepsis?",
                "You should add malnutrition.",
                "Can you please change the diagnosis?",
                "Don't you think this is acute?",
                "Don\u2019t you think this is acute?",
                "Please  document   that the patient has sepsis.",
                "Would it be appropriate to add malnutrition?",
                "Please consider documenting sepsis.",
                "Kindly document the diagnosis of sepsis.",
                "It appears that this is sepsis.",
                "I believe this is sepsis; what do you say?",
                "Does the patient have sepsis?",
                "Did the pt have acute respiratory failure?",
                "Do these findings represent encephalopathy?",
                "Obviously this is malnutrition, is it not?",
                "The patient meets criteria for severe malnutrition.",
                "May we add sepsis?",
                "Reply yes if this is sepsis.",
                "Please document acute blood loss anemia.",
                "Please record a diagnosis of sepsis.",
                "Isn't this sepsis?",
                "The wound is infected, correct?",
                "Clearly the kidneys failed.",
                "Please clarify whether the patient has sepsis.",
                "Do you agree that the sodium is low?",
                "Is this a case of tubular necrosis?"
            })
    void aWishForAnAnswerIsLeading(String words) {
        assertThat(rules(open(words))).contains("query-leads");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please document the condition, if any.",
                "Can you clarify the finding?",
                "What do these findings represent?",
                "Which condition, if any, did the treatment address?",
                "Please clarify whether the wound was present on admission.",
                "Please document the stage, if it can be determined.",
                "Is there a diagnosis that the findings quoted below stand for?",
                "Please document your clinical judgment.",
                "Please record which side is concerned: left or right?",
                "Please note in the record what the treatment was for.",
                "Please clarify whether the patient has a condition that the findings stand for."
            })
    void askingWhatTheRecordMeansIsNotLeading(String words) {
        assertThat(rules(open(words))).isEmpty();
    }

    @Test
    void somethingOfTheRecordIsQuotedAtItsPlace() {
        assertThat(rules(text(QueryForm.OPEN, QueryPurpose.DIAGNOSIS, "Findings", null, List.of(), List.of())))
                .containsExactly("query-without-indicator");
        assertThat(rules(about(new Indicator(NOTE, null, SODIUM.start() + 1, SODIUM.quote(), null))))
                .containsExactly("query-quotation-not-in-record");
        assertThat(rules(about(new Indicator(NOTE, null, SODIUM.start(), "Na 118 mmol/L", null))))
                .containsExactly("query-quotation-not-in-record");
        assertThat(rules(about(new Indicator(UUID.randomUUID(), null, 0, "LABS", null))))
                .containsExactly("query-quotation-not-in-record");
    }

    @Test
    void aChoiceHasOtherAndUnableToDetermine() {
        assertThat(rules(choice(option(QueryOption.Kind.DIAGNOSIS, "Hyponatremia", 0))))
                .containsExactly("query-choices-incomplete", "query-choices-incomplete");
        assertThat(rules(choice(
                        option(QueryOption.Kind.OTHER, "Other"), option(QueryOption.Kind.UNABLE_TO_DETERMINE, "?"))))
                .containsExactly("query-choices-incomplete");
        assertThat(rules(text(
                        QueryForm.OPEN,
                        QueryPurpose.DIAGNOSIS,
                        "Findings",
                        null,
                        List.of(SODIUM),
                        List.of(option(QueryOption.Kind.OTHER, "Other")))))
                .containsExactly("query-choices-incomplete");
    }

    @Test
    void anOfferedDiagnosisIsSupportedByQuotations() {
        assertThat(rules(choice(complete(option(QueryOption.Kind.DIAGNOSIS, "SIADH")))))
                .containsExactly("query-option-unsupported");
        assertThat(rules(choice(complete(option(QueryOption.Kind.DIAGNOSIS, "SIADH", 1)))))
                .containsExactly("query-option-unsupported");
        assertThat(rules(choice(complete(
                        option(QueryOption.Kind.DIAGNOSIS, "SIADH", 0),
                        option(QueryOption.Kind.ANSWER, "Not clinically significant")))))
                .isEmpty();
    }

    @Test
    void theTermsOfAnotherYearAreSaidAndStopNothing() {
        var record = new QueryRecord(Set.of(NOTE), Map.of(NOTE, TEXT), true, QueryRulesTest::conditions, "2025");
        assertThat(QueryRules.check(yesNo("Does the patient have pneumonia?", "pneumonia", PNEUMONIA), record))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("2025");
                    assertThat(finding.isOpen(List.of())).isFalse();
                });
    }

    @Test
    void aTitleDoesNotNameADiagnosisThatNoQuotationHas() {
        var options = List.of(complete(option(QueryOption.Kind.DIAGNOSIS, "Hyponatremia", 0)));
        assertThat(rules(text(
                        QueryForm.MULTIPLE_CHOICE,
                        QueryPurpose.DIAGNOSIS,
                        "Hyponatremia query",
                        null,
                        List.of(SODIUM),
                        options)))
                .containsExactly("query-title-names-diagnosis");
        assertThat(rules(text(
                        QueryForm.YES_NO,
                        QueryPurpose.DOCUMENTED_ELSEWHERE,
                        "Adenocarcinoma of the colon",
                        "Is the adenocarcinoma of the colon confirmed?",
                        "adenocarcinoma of the colon",
                        List.of(PATHOLOGY),
                        List.of())))
                .isEmpty();
    }

    @Test
    void yesOrNoIsAskedForFewPurposesAndIntroducesNoDiagnosis() {
        assertThat(rules(yesNo(QueryPurpose.DIAGNOSIS, "adenocarcinoma of the colon")))
                .containsExactly("query-yes-no-not-permitted");
        assertThat(rules(yesNo(QueryPurpose.DOCUMENTED_ELSEWHERE, "hyponatremia")))
                .containsExactly("query-yes-no-not-permitted");
        assertThat(rules(yesNo(QueryPurpose.PRESENT_ON_ADMISSION, null))).containsExactly("query-yes-no-not-permitted");
        assertThat(QueryRules.check(
                        yesNo(QueryPurpose.DOCUMENTED_ELSEWHERE, "adenocarcinoma of the colon"),
                        new QueryRecord(Set.of(NOTE), Map.of(NOTE, TEXT), false, QueryRulesTest::conditions, null)))
                .extracting(QueryFinding::rule)
                .containsExactly("query-yes-no-not-permitted");
    }

    @Test
    void aYesNoQuestionNamesNoConditionButWhatIsQuoted() {
        assertThat(rules(yesNo("Does the patient have sepsis?", "pneumonia", PNEUMONIA)))
                .containsExactly("query-yes-no-introduces");
        assertThat(rules(yesNo("Is the pneumonia due to sepsis?", "pneumonia", PNEUMONIA)))
                .containsExactly("query-yes-no-introduces");
        assertThat(rules(yesNo("Was the pneumonia present on admission?", "pneumonia", PNEUMONIA)))
                .isEmpty();
        assertThat(rules(yesNo("Does the patient have pneumonia?", "pneumonia", PNEUMONIA)))
                .isEmpty();
        assertThat(rules(yesNo(
                        "Is the pneumonia due to the acute kidney injury?", "pneumonia", PNEUMONIA, quoted("AKI"))))
                .isEmpty();
        assertThat(QueryRules.check(
                        text(
                                QueryForm.YES_NO,
                                QueryPurpose.DOCUMENTED_ELSEWHERE,
                                "Query about sepsis",
                                "Was the pneumonia present on admission?",
                                "pneumonia",
                                List.of(PNEUMONIA),
                                List.of()),
                        RECORD))
                .extracting(QueryFinding::pointer)
                .containsExactly("/title");
    }

    @Test
    void whatTheRecordDeniesIsNoDocumentedDiagnosis() {
        assertThat(QueryRules.check(yesNo("Is there sepsis?", "sepsis", quoted("no sepsis")), RECORD))
                .extracting(QueryFinding::pointer)
                .containsExactly("/diagnosis", "/question");
    }

    @Test
    void theShippedTemplatesAreCompliantOnceTheyQuoteTheRecord() {
        assertThat(ShippedTemplates.ALL).hasSize(12).allSatisfy(shipped -> {
            var template = shipped.template();
            var query = text(
                    template.form(),
                    template.purpose(),
                    template.title(),
                    template.form() == QueryForm.YES_NO ? "adenocarcinoma of the colon" : null,
                    List.of(PATHOLOGY),
                    template.options());
            assertThat(rules(new QueryText(
                            null,
                            null,
                            query.form(),
                            query.purpose(),
                            query.title(),
                            template.question(),
                            query.diagnosis(),
                            query.indicators(),
                            query.options(),
                            List.of())))
                    .as(template.name())
                    .isEmpty();
        });
    }

    /** As the terms of the code sets would find them; the very terms are tested where they are. */
    static List<NamedCondition> conditions(String words) {
        return Stream.of("sepsis", "pneumonia", "adenocarcinoma of the colon", "acute kidney injury", "AKI")
                .filter(words::contains)
                .map(name -> new NamedCondition(
                        name.equals("AKI") ? "acute kidney injury" : name,
                        name,
                        words.contains("no " + name) ? Assertion.NEGATED : Assertion.PRESENT))
                .toList();
    }

    static List<String> rules(QueryText text) {
        return QueryRules.check(text, RECORD).stream().map(QueryFinding::rule).toList();
    }

    static Indicator quoted(String quote) {
        return new Indicator(NOTE, null, TEXT.indexOf(quote), quote, null);
    }

    static QueryText open(String question) {
        return new QueryText(
                null,
                null,
                QueryForm.OPEN,
                QueryPurpose.DIAGNOSIS,
                "Findings",
                question,
                null,
                List.of(SODIUM),
                List.of(),
                List.of());
    }

    private static QueryText about(Indicator indicator) {
        return text(QueryForm.OPEN, QueryPurpose.DIAGNOSIS, "Findings", null, List.of(indicator), List.of());
    }

    static QueryText choice(QueryOption... options) {
        return text(
                QueryForm.MULTIPLE_CHOICE,
                QueryPurpose.DIAGNOSIS,
                "Findings",
                null,
                List.of(SODIUM),
                options.length == 0
                        ? List.of(complete(option(QueryOption.Kind.DIAGNOSIS, "Hyponatremia", 0)))
                        : List.of(options));
    }

    private static QueryText yesNo(QueryPurpose purpose, String diagnosis) {
        return text(
                QueryForm.YES_NO,
                purpose,
                "Findings",
                "Is it what the report quoted stands for?",
                diagnosis,
                List.of(PATHOLOGY),
                List.of());
    }

    static QueryText yesNo(String question, String diagnosis, Indicator... indicators) {
        return text(
                QueryForm.YES_NO,
                QueryPurpose.CONFLICT,
                "Findings",
                question,
                diagnosis,
                List.of(indicators),
                List.of());
    }

    static QueryOption[] complete(QueryOption... options) {
        var all = new ArrayList<>(List.of(options));
        all.add(option(QueryOption.Kind.OTHER, "Other"));
        all.add(option(QueryOption.Kind.UNABLE_TO_DETERMINE, "Unable to determine"));
        return all.toArray(QueryOption[]::new);
    }

    static QueryOption option(QueryOption.Kind kind, String text, Integer... supportedBy) {
        return new QueryOption(kind, text, List.of(supportedBy));
    }

    static QueryText text(
            QueryForm form,
            QueryPurpose purpose,
            String title,
            String diagnosis,
            List<Indicator> indicators,
            List<QueryOption> options) {
        return text(form, purpose, title, "What do they stand for?", diagnosis, indicators, options);
    }

    static QueryText text(
            QueryForm form,
            QueryPurpose purpose,
            String title,
            String question,
            String diagnosis,
            List<Indicator> indicators,
            List<QueryOption> options) {
        return new QueryText(null, null, form, purpose, title, question, diagnosis, indicators, options, List.of());
    }
}
