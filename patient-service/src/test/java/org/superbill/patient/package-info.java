/** The tests of patient-service: the rules by themselves, and the service as its callers see it, on a real PostgreSQL and Kafka. */
package org.superbill.patient;
