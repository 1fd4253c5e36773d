package org.superbill.coding;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.superbill.servicekit.testing.ApiDocumentRules;
import org.superbill.servicekit.testing.ServiceStack;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class ApiDocumentTest extends ApiDocumentRules {
    ApiDocumentTest() {
        super("coding-service");
    }
}
