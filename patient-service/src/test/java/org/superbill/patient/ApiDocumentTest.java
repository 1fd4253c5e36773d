package org.superbill.patient;

import org.superbill.servicekit.testing.ApiDocumentRules;

@ServiceTest
class ApiDocumentTest extends ApiDocumentRules {
    ApiDocumentTest() {
        super("patient-service");
    }
}
