package org.superbill.patient;

import java.util.Set;
import java.util.UUID;
import org.superbill.servicekit.testing.ApiDocumentRules;

@ServiceTest
class ApiDocumentTest extends ApiDocumentRules {
    ApiDocumentTest() {
        super("patient-service");
    }

    @Override
    protected UUID organization() {
        return Clinic.opens().organization;
    }

    @Override
    protected Set<String> aboutNoPatient() {
        return Set.of(
                "createLocation",
                "createPayer",
                "createPractitioner",
                "replayStuckEvent",
                "updateLocation",
                "updateOrganization",
                "updatePayer",
                "updatePractitioner");
    }
}
