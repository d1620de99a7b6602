/** By which way connected systems are told of changes. */
export enum DeliveryChannel {
  WEBHOOK = 'WEBHOOK',
  DROP = 'DROP',
}
