package org.superbill.coding;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.superbill.servicekit.testing.ApiDocumentRules;
import org.superbill.servicekit.testing.ServiceStack;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class ApiDocumentTest extends ApiDocumentRules {
    ApiDocumentTest() {
        super("coding-service");
    }

    @Override
    protected Set<String> aboutNoPatient() {
        return Set.of(
                "addCoder",
                "addCodingQueryTemplate",
                "beginCodingAudit",
                "cancelCodingAudit",
                "changeCoder",
                "changeCodingQueryTemplate",
                "endCodingNote",
                "listCodingAudits",
                "makeCodingNote",
                "readCodingAudit",
                "replayStuckEvent",
                "setCodingPolicy",
                "suggestCodes");
    }
}
