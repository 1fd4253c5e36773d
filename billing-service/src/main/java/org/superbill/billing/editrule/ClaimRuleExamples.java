package org.superbill.billing.editrule;

/** Bodies for the API's document. */
final class ClaimRuleExamples {
    private static final String DEFINITION = """
            {"scope":"line","condition":"line_procedure == '99213' && !('25' in line_modifiers) && lines.exists(l, l.procedure == '96372')","severity":"reason","pointer":"/modifiers",\
            "message":"The payer denies a visit beside an injection without modifier 25","fix":"Add modifier 25 where the record shows a visit of its own","source":"Key Insurance, provider manual 2026, section 4.2",\
            "tests":[{"name":"a visit beside an injection","catches":true,"claim":{"lines":[{"procedure":"99213"},{"procedure":"96372"}]}},\
            {"name":"the same with modifier 25","catches":false,"claim":{"lines":[{"procedure":"99213","modifiers":["25"]},{"procedure":"96372"}]}}]}""";

    static final String NEW = """
            {"name":"key-insurance-visit-with-injection","payerId":"0199d0a0-0000-7000-8000-000000000041","definition":""" + DEFINITION + ",\"effectiveFrom\":\"2026-01-01\",\"owner\":\"billing-manager\"}";
    static final String RULE = """
            {"id":"0199d0a0-0000-7000-8000-0000000000a1","name":"key-insurance-visit-with-injection","version":1,"payerId":"0199d0a0-0000-7000-8000-000000000041","state":"active","definition":""" + DEFINITION
            + ",\"effectiveFrom\":\"2026-01-01\",\"owner\":\"billing-manager\",\"changedBy\":\"manager\",\"changedAt\":\"2026-03-02T15:00:00Z\"}";

    private ClaimRuleExamples() {}
}
