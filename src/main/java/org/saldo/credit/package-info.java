/**
 * Whether a customer may go on buying on credit: when a hold is proposed to the ERP, when its release is, and what holds
 * since the ERP has said so. Pure: facts and days come in, decisions go out.
 */
package org.saldo.credit;
