package org.superbill.systemtests.role;

/** An encounter and who it is of. */
public record Visit(String encounterId, String patientId, String coverageId, String payerId) {}
