package org.superbill.coding.codingcase;

/** The examples of the API document. */
final class CodingCaseExamples {
    static final String CASE = """
            {"id":"01980000-0000-7000-8000-000000000001","kind":"professional","encounterId":"01980000-0000-7000-8000-000000000002",\
            "encounterVersion":1,"patientId":"01980000-0000-7000-8000-000000000003","practitionerId":"01980000-0000-7000-8000-000000000004",\
            "setting":"office","status":"in-progress","version":1,"serviceDate":"2026-03-02",\
            "services":[{"lineNumber":1,"procedureCode":"90658","modifiers":[],"units":1,"chargeCents":4200,"serviceDate":"2026-03-02"}],\
            "documents":[],"chargeCents":4200,"diagnoses":["Z23"],"presentOnAdmission":[],\
            "lines":[{"lineNumber":1,"procedureCode":"90658","modifiers":[],"units":1,"diagnosisPointers":[1]}],\
            "procedures":[],"acknowledgements":[],"unrelatedConditions":[],"findings":[],"warnings":[],"notes":[],"assignedTo":"coder","dueOn":"2026-03-05",\
            "lease":{"by":"coder","until":"2026-03-02T15:19:00Z"},"passedThrough":false,\
            "createdAt":"2026-03-02T15:00:00Z","changedAt":"2026-03-02T15:04:00Z","revision":2}""";
    static final String PAGE = "{\"items\":[" + CASE + "]}";
    static final String VERSION = """
            {"caseId":"01980000-0000-7000-8000-000000000001","version":1,"services":[],"diagnoses":["Z23"],"presentOnAdmission":[],\
            "lines":[],"procedures":[],"acknowledgements":[],"unrelatedConditions":[],"findings":[],"codedBy":"coder","codedAt":"2026-03-02T15:04:00Z"}""";
    static final String VERSIONS = "[" + VERSION + "]";
    static final String FLU_SHOT = """
            {"diagnoses":["Z23"],"lines":[{"lineNumber":1,"procedureCode":"90658","modifiers":[],"units":1,"diagnosisPointers":[1]},\
            {"lineNumber":2,"procedureCode":"90471","modifiers":[],"units":1,"diagnosisPointers":[1]}]}""";
    static final String STAY = """
            {"diagnoses":["J18.9","E11.9"],"presentOnAdmission":["Y","Y"],"lines":[],\
            "procedures":[{"code":"0BJ08ZZ","date":"2026-03-01"}],\
            "acknowledgements":[{"rule":"diagnosis-unspecified","pointer":"/diagnoses/0","reason":"no organism was found"}]}""";
    static final String CHECKED = "{\"findings\":[],\"warnings\":[]}";

    private CodingCaseExamples() {}
}
