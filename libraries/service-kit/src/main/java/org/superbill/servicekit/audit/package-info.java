/** Every read and write of patient data leaves a record of who, what, when, why and from where; a record holds ids and never patient data. */
@NullMarked
package org.superbill.servicekit.audit;

import org.jspecify.annotations.NullMarked;
