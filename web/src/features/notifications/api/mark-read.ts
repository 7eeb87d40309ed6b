import { notification } from '@/lib/http-client';

export const markRead = (id: string) => notification.POST('/v1/notifications/{id}/read', { params: { path: { id } } });

export const markAllRead = () => notification.POST('/v1/notifications/read-all');
