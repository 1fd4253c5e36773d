package org.superbill.billing;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.superbill.billing.testing.BillingStack;
import org.superbill.servicekit.testing.ApiDocumentRules;

@QuarkusTest
@BillingStack
class ApiDocumentTest extends ApiDocumentRules {
    ApiDocumentTest() {
        super("billing-service");
    }

    /** An opening balance names patients in what is sent; whose claims are in a file is looked up when its text is read. */
    @Override
    protected Set<String> aboutNoPatient() {
        return Set.of(
                "activateClaimRule",
                "addAnotherDeposit",
                "checkClaim",
                "closeLedgerPeriod",
                "createFeeSchedule",
                "createPayerContract",
                "exportLedgerLines",
                "exportLedgerSeals",
                "getAppealFigures",
                "getBulkAction",
                "getDenialFigures",
                "getDeposit",
                "getReport",
                "getX12File",
                "getX12FileContent",
                "importOpeningBalances",
                "listDeposits",
                "listExpectedPayments",
                "listLedgerAccounts",
                "listLedgerEntrySources",
                "listLedgerPeriods",
                "listRemittanceNames",
                "listReports",
                "listSubmissions",
                "listX12Files",
                "loadCoverageList",
                "matchDeposit",
                "proposeClaimRule",
                "putAppealLimit",
                "putCreditTerms",
                "putFilingLimit",
                "putSubmissionSchedule",
                "replaceFeeSchedule",
                "replacePayerContract",
                "replayStuckEvent",
                "retryBulkAction",
                "returnDeposit",
                "rewriteClaimRule",
                "searchUnappliedClaims",
                "sendNow",
                "setWriteOffLimits",
                "startBulkAction",
                "switchOffClaimRule",
                "takeDepositBack",
                "unmatchDeposit",
                "uploadBankFile",
                "uploadX12File",
                "withdrawCoverageList",
                "withdrawRemittanceName",
                "writeClaimRule");
    }
}
