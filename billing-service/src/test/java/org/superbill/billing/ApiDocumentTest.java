package org.superbill.billing;

import io.quarkus.test.junit.QuarkusTest;
import org.superbill.billing.testing.BillingStack;
import org.superbill.servicekit.testing.ApiDocumentRules;

@QuarkusTest
@BillingStack
class ApiDocumentTest extends ApiDocumentRules {
    ApiDocumentTest() {
        super("billing-service");
    }
}
