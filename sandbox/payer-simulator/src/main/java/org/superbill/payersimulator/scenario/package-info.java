/** What happens to claims, as data: each scenario says what the payer answers, decides, takes back and does to its files. */
@NullMarked
package org.superbill.payersimulator.scenario;

import org.jspecify.annotations.NullMarked;
