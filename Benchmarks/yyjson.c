/* Reads a body of Speed with yyjson into C structs whose strings are allocated with malloc: the floor of reading.

     yyjson BODY COUNT < body

   Built by instructions.py with yyjson.c, which is fetched and not part of this repository. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "yyjson.h"

static char *text(yyjson_val *object, const char *name) {
  yyjson_val *value = yyjson_obj_get(object, name);
  if (!yyjson_is_str(value)) return NULL;
  size_t length = yyjson_get_len(value);
  char *copy = malloc(length + 1);
  memcpy(copy, yyjson_get_str(value), length + 1);
  return copy;
}

static int64_t integer(yyjson_val *object, const char *name) { return yyjson_get_sint(yyjson_obj_get(object, name)); }
static bool boolean(yyjson_val *object, const char *name) { return yyjson_get_bool(yyjson_obj_get(object, name)); }

/* Allocates room for the elements of an array. */
static void *room(yyjson_val *array, size_t size) { return calloc(yyjson_arr_size(array) + 1, size); }

static int64_t sink;

/* Takes a string, and frees it. */
static void take(char *string) {
  if (string) sink += string[0];
  free(string);
}

struct agora_file { char *name, *track, *uid; bool mixed, playable; int64_t start; };

static void agora(yyjson_val *root) {
  char *notice = text(root, "noticeId");
  sink += integer(root, "productId");
  int64_t type = integer(root, "eventType");
  sink += integer(root, "notifyMs");
  yyjson_val *payload = yyjson_obj_get(root, "payload");
  char *cname = text(payload, "cname"), *uid = text(payload, "uid"), *sid = text(payload, "sid"),
       *scene = text(payload, "serviceScene");
  sink += integer(payload, "sequence") + integer(payload, "sendts") + integer(payload, "serviceType");
  yyjson_val *details = yyjson_obj_get(payload, "details");
  char *message = text(details, "msgName");
  if (type == 33) {
    sink += integer(details, "progress");
  } else {
    sink += integer(details, "status");
    yyjson_val *list = yyjson_obj_get(details, "fileList"), *item;
    struct agora_file *files = room(list, sizeof *files);
    size_t index, count;
    yyjson_arr_foreach(list, index, count, item) {
      files[index] = (struct agora_file){text(item, "fileName"), text(item, "trackType"), text(item, "uid"),
        boolean(item, "mixedAllUser"), boolean(item, "isPlayable"), integer(item, "sliceStartTime")};
    }
    for (size_t place = 0; place < count; place++) {
      take(files[place].name), take(files[place].track), take(files[place].uid);
      sink += files[place].start;
    }
    free(files);
  }
  take(notice), take(cname), take(uid), take(sid), take(scene), take(message);
}

struct trtc_file { char *name, *user, *track, *media; int64_t start, end; };

static void trtc(yyjson_val *root) {
  sink += integer(root, "EventGroupId") + integer(root, "CallbackTs");
  int64_t type = integer(root, "EventType");
  yyjson_val *info = yyjson_obj_get(root, "EventInfo");
  char *room_id = text(info, "RoomId"), *user = text(info, "UserId"), *task = text(info, "TaskId");
  sink += integer(info, "EventTs");
  yyjson_val *payload = yyjson_obj_get(info, "Payload");
  sink += integer(payload, "Status");
  if (type == 311) {
    yyjson_val *vod = yyjson_obj_get(payload, "TencentVod");
    take(text(vod, "UserId")), take(text(vod, "TrackType")), take(text(vod, "MediaId")), take(text(vod, "FileId"));
    take(text(vod, "VideoUrl")), take(text(vod, "CacheFile"));
    sink += integer(vod, "StartTimeStamp") + integer(vod, "EndTimeStamp");
  } else if (type == 310) {
    size_t index, count;
    yyjson_val *item, *names = yyjson_obj_get(payload, "FileList"), *messages = yyjson_obj_get(payload, "FileMessage");
    char **list = room(names, sizeof *list);
    yyjson_arr_foreach(names, index, count, item) list[index] = strdup(yyjson_get_str(item));
    for (size_t place = 0; place < count; place++) take(list[place]);
    free(list);
    struct trtc_file *files = room(messages, sizeof *files);
    yyjson_arr_foreach(messages, index, count, item) {
      files[index] = (struct trtc_file){text(item, "FileName"), text(item, "UserId"), text(item, "TrackType"),
        text(item, "MediaId"), integer(item, "StartTimeStamp"), integer(item, "EndTimeStamp")};
    }
    for (size_t place = 0; place < count; place++) {
      take(files[place].name), take(files[place].user), take(files[place].track), take(files[place].media);
      sink += files[place].start + files[place].end;
    }
    free(files);
  }
  take(room_id), take(user), take(task);
}

struct volcengine_stream { char *user; int64_t type; };
struct volcengine_file {
  char *vid, *key, *video, *audio;
  int64_t duration, size, start, width, height;
  struct volcengine_stream *streams;
  size_t count;
};

static void volcengine_data(const char *type, yyjson_val *root) {
  if (strcmp(type, "UserLeaveRoom") == 0) {
    take(text(root, "RoomId")), take(text(root, "UserId")), take(text(root, "DeviceType")), take(text(root, "Reason"));
    sink += integer(root, "Timestamp");
    return;
  }
  take(text(root, "AppId")), take(text(root, "BusinessId")), take(text(root, "RoomId")), take(text(root, "TaskId"));
  take(text(root, "ErrorMessage"));
  sink += integer(root, "Code");
  yyjson_val *list = yyjson_obj_get(root, "RecordFileList"), *item, *stream;
  struct volcengine_file *files = room(list, sizeof *files);
  size_t index, count, place, streams;
  yyjson_arr_foreach(list, index, count, item) {
    struct volcengine_file *file = &files[index];
    *file = (struct volcengine_file){text(item, "Vid"), text(item, "ObjectKey"), text(item, "VideoCodec"),
      text(item, "AudioCodec"), integer(item, "Duration"), integer(item, "Size"), integer(item, "StartTime"),
      integer(item, "VideoWidth"), integer(item, "VideoHeight"), NULL, 0};
    yyjson_val *all = yyjson_obj_get(item, "StreamList");
    file->streams = room(all, sizeof *file->streams);
    yyjson_arr_foreach(all, place, streams, stream) {
      file->streams[place] = (struct volcengine_stream){text(stream, "UserId"), integer(stream, "StreamType")};
    }
    file->count = streams;
  }
  for (index = 0; index < count; index++) {
    struct volcengine_file *file = &files[index];
    take(file->vid), take(file->key), take(file->video), take(file->audio);
    sink += file->duration + file->size + file->start + file->width + file->height;
    for (place = 0; place < file->count; place++) take(file->streams[place].user);
    free(file->streams);
  }
  free(files);
}

static void volcengine(yyjson_val *root) {
  char *type = text(root, "EventType"), *data = text(root, "EventData");
  yyjson_doc *inner = yyjson_read(data, strlen(data), 0);
  volcengine_data(type, yyjson_doc_get_root(inner));
  yyjson_doc_free(inner);
  take(type), take(data), take(text(root, "EventTime")), take(text(root, "EventId")), take(text(root, "AppId"));
  take(text(root, "Version")), take(text(root, "Signature")), take(text(root, "Nonce"));
}

int main(int count, char **arguments) {
  static char body[1 << 20];
  if (count != 3) return 64;
  size_t length = fread(body, 1, sizeof body, stdin);
  void (*read)(yyjson_val *) = arguments[1][0] == 'a' ? agora : arguments[1][0] == 't' ? trtc : volcengine;
  for (long left = atol(arguments[2]); left > 0; left--) {
    yyjson_doc *document = yyjson_read(body, length, 0);
    if (!document) return 65;
    read(yyjson_doc_get_root(document));
    yyjson_doc_free(document);
  }
  return sink == 42;
}
