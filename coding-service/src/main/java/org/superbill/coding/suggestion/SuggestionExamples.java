package org.superbill.coding.suggestion;

/** The examples of the API document; constants, since annotations take nothing else. */
final class SuggestionExamples {
    static final String NOTES = """
            {"setting":"office","sex":"male","ageYears":67,"notes":[{"format":"text",\
            "text":"Assessment: COPD with acute exacerbation. Plan: prednisone 40 mg."}]}""";

    private static final String CODE = """
            {"system":"icd-10-cm","code":"J44.1","title":"Chronic obstructive pulmonary disease with (acute) exacerbation","modifiers":[],"units":1,\
            "confidence":0.97,"evidence":[{"note":0,"start":12,"end":40,"section":"assessment\"""";

    private static final String REST = """
            }],"why":["clinical usage: chronic obstructive pulmonary disease acute exacerbation"],"source":"clinical usage"}""";

    private static final String STORED = CODE + REST;

    private static final String WITH_TEXT = CODE + ",\"text\":\"COPD with acute exacerbation\"" + REST;

    private static final String HEAD = """
            {"id":"01980000-0000-7000-8000-000000000011","caseId":"01980000-0000-7000-8000-000000000001","release":"2026",\
            "createdAt":"2026-03-02T15:00:00Z",""";

    private static final String UNDECIDED = "\"status\":\"proposed\",\"revision\":0,\"proposed\":";

    private static final String DECIDED =
            "\"decidedBy\":\"coder\",\"decidedAt\":\"2026-03-02T15:01:00Z\",\"revision\":1,\"proposed\":";

    private static final String ABSTAINED = """
            {"system":"icd-10-cm","code":"G47.30","title":"Sleep apnea, unspecified","confidence":0.7,"evidence":[],\
            "reason":"Guidelines IV.H: an uncertain diagnosis is not coded for an outpatient, nor before discharge (II.H)",\
            "missing":"whether the condition is confirmed",\
            "query":"Please document, in your clinical judgment, whether the condition is confirmed, or that it cannot be determined."}""";

    private static final String FRAME = "{\"release\":\"2026\",\"threshold\":0.75,\"warnings\":[],\"abstentions\":["
            + ABSTAINED + "],\"suggestions\":[";

    static final String OF_CASE = FRAME + HEAD + UNDECIDED + WITH_TEXT + "}]}";

    static final String STATELESS = FRAME + WITH_TEXT + "]}";

    static final String LISTED = "{\"items\":[" + HEAD + UNDECIDED + STORED + "}]}";

    static final String ACCEPTED = HEAD + "\"status\":\"accepted\"," + DECIDED + STORED + "}";

    static final String REJECTED =
            HEAD + "\"status\":\"rejected\",\"reason\":\"the exacerbation was last month\"," + DECIDED + STORED + "}";

    static final String FIGURES =
            "[{\"system\":\"icd-10-cm\",\"code\":\"J44.1\",\"accepted\":18,\"rejected\":2,\"acceptedShare\":0.9}]";

    private SuggestionExamples() {}
}
