package org.superbill.coding.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.servicekit.tenancy.CurrentOrganization;
import org.superbill.servicekit.tenancy.Kept;

/** How often each organization has finalized which codes: written with the case, read by the organization's own searches. */
@ApplicationScoped
public class CodeUse {
    private static final Duration KEPT_FOR = Duration.ofSeconds(30);

    private final CodeUseStore store;
    private final CurrentOrganization organization;
    private final Kept<Map<CodeSystem, Map<String, Integer>>> counts;
    private final Set<UUID> uncounted = ConcurrentHashMap.newKeySet();

    CodeUse(CodeUseStore store, CurrentOrganization organization, TransactionSynchronizationRegistry transactions) {
        this.store = store;
        this.organization = organization;
        this.counts = new Kept<>(organization, transactions, KEPT_FOR);
    }

    /** @param code in stored form */
    record Used(CodeSystem system, String code) {
        static Used of(CodeSystem system, String code) {
            return new Used(system, system.normalize(code));
        }

        static Used ofProcedure(String code) {
            var stored = CodeSystem.HCPCS.normalize(code);
            return of(CodeSystem.HCPCS.accepts(stored) ? CodeSystem.HCPCS : CodeSystem.CPT, stored);
        }
    }

    /**
     * Notes codes that the current organization finalizes, in the transaction of the caller, who waits for nobody that finalizes the same
     * ones. Codes are written in any way.
     *
     * @param procedures HCPCS Level II or CPT
     */
    public void finalized(Collection<String> diagnoses, Collection<String> procedures) {
        store.add(Stream.concat(
                        diagnoses.stream().map(code -> Used.of(CodeSystem.ICD_10_CM, code)),
                        procedures.stream().map(Used::ofProcedure))
                .toList());
        organization.get().ifPresent(this::leaveUncounted);
    }

    /** Of the current organization, in stored form, as of half a minute ago at most; empty for a caller without one. */
    Map<CodeSystem, Map<String, Integer>> counts() {
        return organization.get().isEmpty() ? Map.of() : counts.get(store::counts);
    }

    /** For whom this process has noted codes since it was asked last; what it noted may not be committed yet. */
    List<UUID> takeUncounted() {
        return uncounted.stream().filter(uncounted::remove).toList();
    }

    void leaveUncounted(UUID whose) {
        uncounted.add(whose);
    }
}
