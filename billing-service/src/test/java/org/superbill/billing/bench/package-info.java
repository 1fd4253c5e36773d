/** Benchmarks of billing-service; no tests of every build. */
package org.superbill.billing.bench;
